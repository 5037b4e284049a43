import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`articles_texts_text_idx\` ON \`articles_texts\` (\`text\`);`)
  await db.run(sql`CREATE INDEX \`articles_texts_parent\` ON \`articles_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_texts_parent\` ON \`_articles_v_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_texts_text_idx\` ON \`_articles_v_texts\` (\`text\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`articles_texts_text_idx\`;`)
  await db.run(sql`DROP INDEX \`articles_texts_parent\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_texts_parent\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_texts_text_idx\`;`)
}
