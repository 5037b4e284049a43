import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles\` ADD \`arrival_source\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_arrival_source\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`arrival_source\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_arrival_source\`;`)
}
