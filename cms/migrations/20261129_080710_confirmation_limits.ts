import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`confirmation_sent_at\` text;`)
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`confirm_network\` text;`)
  await db.run(sql`CREATE INDEX \`subscribers_confirm_expires_at_idx\` ON \`subscribers\` (\`confirm_expires_at\`);`)
  await db.run(sql`CREATE INDEX \`subscribers_confirmation_sent_at_idx\` ON \`subscribers\` (\`confirmation_sent_at\`);`)
  await db.run(sql`CREATE INDEX \`subscribers_confirm_network_idx\` ON \`subscribers\` (\`confirm_network\`);`)
  await db.run(sql`ALTER TABLE \`newsletter_settings\` ADD \`most_confirmations_per_hour\` numeric DEFAULT 500 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`newsletter_settings\` ADD \`most_confirmations_per_network\` numeric DEFAULT 30 NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`subscribers_confirm_expires_at_idx\`;`)
  await db.run(sql`DROP INDEX \`subscribers_confirmation_sent_at_idx\`;`)
  await db.run(sql`DROP INDEX \`subscribers_confirm_network_idx\`;`)
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`confirmation_sent_at\`;`)
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`confirm_network\`;`)
  await db.run(sql`ALTER TABLE \`newsletter_settings\` DROP COLUMN \`most_confirmations_per_hour\`;`)
  await db.run(sql`ALTER TABLE \`newsletter_settings\` DROP COLUMN \`most_confirmations_per_network\`;`)
}
