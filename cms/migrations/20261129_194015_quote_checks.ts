import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`quote_checks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`article\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text,
  	\`asked_by\` text,
  	\`at\` text,
  	\`expires_at\` text,
  	\`ended_at\` text,
  	\`mailed_at\` text,
  	\`quotes\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`quote_checks_article_idx\` ON \`quote_checks\` (\`article\`);`)
  await db.run(sql`CREATE INDEX \`quote_checks_at_idx\` ON \`quote_checks\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`quote_checks_expires_at_idx\` ON \`quote_checks\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`quote_checks_ended_at_idx\` ON \`quote_checks\` (\`ended_at\`);`)
  await db.run(sql`CREATE INDEX \`quote_checks_mailed_at_idx\` ON \`quote_checks\` (\`mailed_at\`);`)
  await db.run(sql`CREATE TABLE \`quote_answers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`check\` text NOT NULL,
  	\`at\` text,
  	\`act\` text NOT NULL,
  	\`quote\` numeric,
  	\`comment\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`quote_answers_check_idx\` ON \`quote_answers\` (\`check\`);`)
  await db.run(sql`CREATE INDEX \`quote_answers_at_idx\` ON \`quote_answers\` (\`at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`quote_checks\`;`)
  await db.run(sql`DROP TABLE \`quote_answers\`;`)
}
