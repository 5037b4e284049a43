import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` ADD \`creator\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`copyright\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`image_hash\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`creator\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`copyright\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`image_hash\`;`)
}
