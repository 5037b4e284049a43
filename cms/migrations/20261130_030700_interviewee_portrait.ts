import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles_interviewees\` ADD \`portrait_id\` text(36) REFERENCES media(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`articles_interviewees_portrait_idx\` ON \`articles_interviewees\` (\`portrait_id\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v_version_interviewees\` ADD \`portrait_id\` text(36) REFERENCES media(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_interviewees_portrait_idx\` ON \`_articles_v_version_interviewees\` (\`portrait_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_articles_interviewees\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text,
  	\`organisation_id\` text(36),
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_articles_interviewees\`("_order", "_parent_id", "id", "name", "role", "organisation_id") SELECT "_order", "_parent_id", "id", "name", "role", "organisation_id" FROM \`articles_interviewees\`;`)
  await db.run(sql`DROP TABLE \`articles_interviewees\`;`)
  await db.run(sql`ALTER TABLE \`__new_articles_interviewees\` RENAME TO \`articles_interviewees\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`articles_interviewees_order_idx\` ON \`articles_interviewees\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_interviewees_parent_id_idx\` ON \`articles_interviewees\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_interviewees_organisation_idx\` ON \`articles_interviewees\` (\`organisation_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__articles_v_version_interviewees\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text,
  	\`organisation_id\` text(36),
  	\`_uuid\` text,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__articles_v_version_interviewees\`("_order", "_parent_id", "id", "name", "role", "organisation_id", "_uuid") SELECT "_order", "_parent_id", "id", "name", "role", "organisation_id", "_uuid" FROM \`_articles_v_version_interviewees\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_version_interviewees\`;`)
  await db.run(sql`ALTER TABLE \`__new__articles_v_version_interviewees\` RENAME TO \`_articles_v_version_interviewees\`;`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_interviewees_order_idx\` ON \`_articles_v_version_interviewees\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_interviewees_parent_id_idx\` ON \`_articles_v_version_interviewees\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_interviewees_organisation_idx\` ON \`_articles_v_version_interviewees\` (\`organisation_id\`);`)
}
