import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` ADD \`city\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`taken_on\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`city\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`taken_on\`;`)
}
