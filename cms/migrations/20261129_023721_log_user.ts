import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`log\` ADD \`user\` text;`)
  await db.run(sql`CREATE INDEX \`log_user_idx\` ON \`log\` (\`user\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`log_user_idx\`;`)
  await db.run(sql`ALTER TABLE \`log\` DROP COLUMN \`user\`;`)
}
