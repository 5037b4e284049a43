import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`asked\` text;`)
  await db.run(sql`ALTER TABLE \`mailings\` ADD \`alive_at\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`asked\`;`)
  await db.run(sql`ALTER TABLE \`mailings\` DROP COLUMN \`alive_at\`;`)
}
