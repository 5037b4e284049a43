import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` ADD \`reset_mail_due_at\` text;`)
  await db.run(sql`CREATE INDEX \`users_reset_mail_due_at_idx\` ON \`users\` (\`reset_mail_due_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`users_reset_mail_due_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`reset_mail_due_at\`;`)
}
