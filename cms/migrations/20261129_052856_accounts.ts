import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`security_second_factor_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`security\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`security_second_factor_roles_order_idx\` ON \`security_second_factor_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`security_second_factor_roles_parent_idx\` ON \`security_second_factor_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`security\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`users\` ADD \`reset_mail_due_at\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`second_factor\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`second_factor_writes\` numeric;`)
  await db.run(sql`CREATE INDEX \`users_reset_mail_due_at_idx\` ON \`users\` (\`reset_mail_due_at\`);`)
  await db.run(sql`ALTER TABLE \`log\` ADD \`user\` text;`)
  await db.run(sql`CREATE INDEX \`log_user_idx\` ON \`log\` (\`user\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`security_second_factor_roles\`;`)
  await db.run(sql`DROP TABLE \`security\`;`)
  await db.run(sql`DROP INDEX \`users_reset_mail_due_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`reset_mail_due_at\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`second_factor\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`second_factor_writes\`;`)
  await db.run(sql`DROP INDEX \`log_user_idx\`;`)
  await db.run(sql`ALTER TABLE \`log\` DROP COLUMN \`user\`;`)
}
