import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

// By hand: what is generated makes both tables anew for a default of `send_alert` that nobody reads any more.
export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles\` ADD \`is_alert_chosen\` integer;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_is_alert_chosen\` integer;`)
  // The box was on by itself: where it is off, somebody took it off.
  await db.run(sql`UPDATE \`articles\` SET \`is_alert_chosen\` = 1 WHERE \`send_alert\` = 0;`)
  await db.run(sql`UPDATE \`_articles_v\` SET \`version_is_alert_chosen\` = 1 WHERE \`version_send_alert\` = 0;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`is_alert_chosen\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_is_alert_chosen\`;`)
}
