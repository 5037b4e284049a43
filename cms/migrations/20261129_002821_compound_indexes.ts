import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`state_frequency_idx\` ON \`subscribers\` (\`state\`,\`frequency\`);`)
  await db.run(sql`CREATE INDEX \`mailing_position_idx\` ON \`deliveries\` (\`mailing_id\`,\`position\`);`)
  await db.run(sql`CREATE INDEX \`mailing_state_idx\` ON \`deliveries\` (\`mailing_id\`,\`state\`);`)
  await db.run(sql`CREATE INDEX \`digest_mailing_idx\` ON \`deliveries\` (\`digest\`,\`mailing_id\`);`)
  await db.run(sql`CREATE INDEX \`mailing_state_firstPosition_idx\` ON \`batches\` (\`mailing_id\`,\`state\`,\`first_position\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`state_frequency_idx\`;`)
  await db.run(sql`DROP INDEX \`mailing_position_idx\`;`)
  await db.run(sql`DROP INDEX \`mailing_state_idx\`;`)
  await db.run(sql`DROP INDEX \`digest_mailing_idx\`;`)
  await db.run(sql`DROP INDEX \`mailing_state_firstPosition_idx\`;`)
}
