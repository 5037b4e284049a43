import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`state_frequency_idx\`;`)
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`confirmation_sent_at\` text;`)
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`confirm_network\` text;`)
  await db.run(sql`CREATE INDEX \`subscribers_confirmation_sent_at_idx\` ON \`subscribers\` (\`confirmation_sent_at\`);`)
  await db.run(sql`CREATE INDEX \`subscribers_confirm_network_idx\` ON \`subscribers\` (\`confirm_network\`);`)
  await db.run(sql`CREATE INDEX \`state_frequency_series_idx\` ON \`subscribers\` (\`state\`,\`frequency\`,\`series\`);`)
  await db.run(sql`CREATE INDEX \`state_confirmExpiresAt_idx\` ON \`subscribers\` (\`state\`,\`confirm_expires_at\`);`)
  await db.run(sql`DROP INDEX \`mailing_state_idx\`;`)
  await db.run(sql`CREATE INDEX \`mailing_state_afterwards_idx\` ON \`deliveries\` (\`mailing_id\`,\`state\`,\`afterwards\`);`)
  await db.run(sql`ALTER TABLE \`newsletter_settings\` ADD \`most_confirmations_per_hour\` numeric DEFAULT 500 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`newsletter_settings\` ADD \`most_confirmations_per_network\` numeric DEFAULT 30 NOT NULL;`)
  // By hand: a date is kept only where a link is open, so that the index leads to those alone.
  await db.run(sql`UPDATE \`subscribers\` SET \`confirm_expires_at\` = NULL WHERE \`confirm_nonce\` IS NULL AND \`state\` <> 'pending';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`subscribers_confirmation_sent_at_idx\`;`)
  await db.run(sql`DROP INDEX \`subscribers_confirm_network_idx\`;`)
  await db.run(sql`DROP INDEX \`state_frequency_series_idx\`;`)
  await db.run(sql`DROP INDEX \`state_confirmExpiresAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`state_frequency_idx\` ON \`subscribers\` (\`state\`,\`frequency\`);`)
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`confirmation_sent_at\`;`)
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`confirm_network\`;`)
  await db.run(sql`DROP INDEX \`mailing_state_afterwards_idx\`;`)
  await db.run(sql`CREATE INDEX \`mailing_state_idx\` ON \`deliveries\` (\`mailing_id\`,\`state\`);`)
  await db.run(sql`ALTER TABLE \`newsletter_settings\` DROP COLUMN \`most_confirmations_per_hour\`;`)
  await db.run(sql`ALTER TABLE \`newsletter_settings\` DROP COLUMN \`most_confirmations_per_network\`;`)
}
