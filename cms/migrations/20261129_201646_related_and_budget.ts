import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles\` ADD \`assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`deadline\` text;`)
  await db.run(sql`CREATE INDEX \`articles_assignee_idx\` ON \`articles\` (\`assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_deadline_idx\` ON \`articles\` (\`deadline\`);`)
  await db.run(sql`ALTER TABLE \`articles_rels\` ADD \`articles_id\` text(36) REFERENCES articles(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`articles_rels_articles_id_idx\` ON \`articles_rels\` (\`articles_id\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_deadline\` text;`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_assignee_idx\` ON \`_articles_v\` (\`version_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_deadline_idx\` ON \`_articles_v\` (\`version_deadline\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v_rels\` ADD \`articles_id\` text(36) REFERENCES articles(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_articles_id_idx\` ON \`_articles_v_rels\` (\`articles_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_articles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`saved_from\` text,
  	\`title\` text,
  	\`lead\` text,
  	\`hero_image_id\` text(36),
  	\`body\` text,
  	\`kind\` text DEFAULT 'news',
  	\`stage\` text DEFAULT 'writing',
  	\`category_id\` text(36),
  	\`series_id\` text(36),
  	\`series_number\` numeric,
  	\`place\` text,
  	\`marking\` text DEFAULT 'editorial',
  	\`sponsor\` text,
  	\`published_at\` text,
  	\`slug\` text,
  	\`send_alert\` integer,
  	\`is_alert_chosen\` integer,
  	\`published_first_at\` text,
  	\`published_last_at\` text,
  	\`published_slug\` text,
  	\`published_revision\` text,
  	\`alert_requested_at\` text,
  	\`alert_handled_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`hero_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_articles\`("id", "saved_from", "title", "lead", "hero_image_id", "body", "kind", "stage", "category_id", "series_id", "series_number", "place", "marking", "sponsor", "published_at", "slug", "send_alert", "is_alert_chosen", "published_first_at", "published_last_at", "published_slug", "published_revision", "alert_requested_at", "alert_handled_at", "updated_at", "created_at", "_status") SELECT "id", "saved_from", "title", "lead", "hero_image_id", "body", "kind", "stage", "category_id", "series_id", "series_number", "place", "marking", "sponsor", "published_at", "slug", "send_alert", "is_alert_chosen", "published_first_at", "published_last_at", "published_slug", "published_revision", "alert_requested_at", "alert_handled_at", "updated_at", "created_at", "_status" FROM \`articles\`;`)
  await db.run(sql`DROP TABLE \`articles\`;`)
  await db.run(sql`ALTER TABLE \`__new_articles\` RENAME TO \`articles\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`articles_hero_image_idx\` ON \`articles\` (\`hero_image_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_category_idx\` ON \`articles\` (\`category_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_series_idx\` ON \`articles\` (\`series_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_series_number_idx\` ON \`articles\` (\`series_number\`);`)
  await db.run(sql`CREATE INDEX \`articles_published_at_idx\` ON \`articles\` (\`published_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_slug_idx\` ON \`articles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`articles_published_published_first_at_idx\` ON \`articles\` (\`published_first_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_published_published_last_at_idx\` ON \`articles\` (\`published_last_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_published_published_slug_idx\` ON \`articles\` (\`published_slug\`);`)
  await db.run(sql`CREATE INDEX \`articles_alert_alert_requested_at_idx\` ON \`articles\` (\`alert_requested_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_alert_alert_handled_at_idx\` ON \`articles\` (\`alert_handled_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new_articles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`authors_id\` text(36),
  	\`organisations_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_articles_rels\`("id", "order", "parent_id", "path", "authors_id", "organisations_id") SELECT "id", "order", "parent_id", "path", "authors_id", "organisations_id" FROM \`articles_rels\`;`)
  await db.run(sql`DROP TABLE \`articles_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_articles_rels\` RENAME TO \`articles_rels\`;`)
  await db.run(sql`CREATE INDEX \`articles_rels_order_idx\` ON \`articles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_parent_idx\` ON \`articles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_path_idx\` ON \`articles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_authors_id_idx\` ON \`articles_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_organisations_id_idx\` ON \`articles_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__articles_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_saved_from\` text,
  	\`version_title\` text,
  	\`version_lead\` text,
  	\`version_hero_image_id\` text(36),
  	\`version_body\` text,
  	\`version_kind\` text DEFAULT 'news',
  	\`version_stage\` text DEFAULT 'writing',
  	\`version_category_id\` text(36),
  	\`version_series_id\` text(36),
  	\`version_series_number\` numeric,
  	\`version_place\` text,
  	\`version_marking\` text DEFAULT 'editorial',
  	\`version_sponsor\` text,
  	\`version_published_at\` text,
  	\`version_slug\` text,
  	\`version_send_alert\` integer,
  	\`version_is_alert_chosen\` integer,
  	\`version_published_first_at\` text,
  	\`version_published_last_at\` text,
  	\`version_published_slug\` text,
  	\`version_published_revision\` text,
  	\`version_alert_requested_at\` text,
  	\`version_alert_handled_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_hero_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__articles_v\`("id", "parent_id", "version_saved_from", "version_title", "version_lead", "version_hero_image_id", "version_body", "version_kind", "version_stage", "version_category_id", "version_series_id", "version_series_number", "version_place", "version_marking", "version_sponsor", "version_published_at", "version_slug", "version_send_alert", "version_is_alert_chosen", "version_published_first_at", "version_published_last_at", "version_published_slug", "version_published_revision", "version_alert_requested_at", "version_alert_handled_at", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_saved_from", "version_title", "version_lead", "version_hero_image_id", "version_body", "version_kind", "version_stage", "version_category_id", "version_series_id", "version_series_number", "version_place", "version_marking", "version_sponsor", "version_published_at", "version_slug", "version_send_alert", "version_is_alert_chosen", "version_published_first_at", "version_published_last_at", "version_published_slug", "version_published_revision", "version_alert_requested_at", "version_alert_handled_at", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_articles_v\`;`)
  await db.run(sql`DROP TABLE \`_articles_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__articles_v\` RENAME TO \`_articles_v\`;`)
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_hero_image_idx\` ON \`_articles_v\` (\`version_hero_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_category_idx\` ON \`_articles_v\` (\`version_category_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_series_idx\` ON \`_articles_v\` (\`version_series_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_series_number_idx\` ON \`_articles_v\` (\`version_series_number\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_published_at_idx\` ON \`_articles_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_slug_idx\` ON \`_articles_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_published_version_published_first_at_idx\` ON \`_articles_v\` (\`version_published_first_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_published_version_published_last_at_idx\` ON \`_articles_v\` (\`version_published_last_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_published_version_published_slug_idx\` ON \`_articles_v\` (\`version_published_slug\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_alert_version_alert_requested_at_idx\` ON \`_articles_v\` (\`version_alert_requested_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_alert_version_alert_handled_at_idx\` ON \`_articles_v\` (\`version_alert_handled_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_updated_at_idx\` ON \`_articles_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_created_at_idx\` ON \`_articles_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version__status_idx\` ON \`_articles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_created_at_idx\` ON \`_articles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_updated_at_idx\` ON \`_articles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_latest_idx\` ON \`_articles_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_autosave_idx\` ON \`_articles_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new__articles_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`authors_id\` text(36),
  	\`organisations_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__articles_v_rels\`("id", "order", "parent_id", "path", "authors_id", "organisations_id") SELECT "id", "order", "parent_id", "path", "authors_id", "organisations_id" FROM \`_articles_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__articles_v_rels\` RENAME TO \`_articles_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_order_idx\` ON \`_articles_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_parent_idx\` ON \`_articles_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_path_idx\` ON \`_articles_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_authors_id_idx\` ON \`_articles_v_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_organisations_id_idx\` ON \`_articles_v_rels\` (\`organisations_id\`);`)
}
