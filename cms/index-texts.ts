import type { SQLiteSchemaHook } from '@payloadcms/db-sqlite';
import { index } from '@payloadcms/db-sqlite/drizzle/sqlite-core';

/**
 * Indexes of the tables that hold the several texts of one field: by the row they belong to, or each row that is read
 * looks through all of them; and by the text, which Payload leaves out beside versions.
 */
export const indexTexts: SQLiteSchemaHook = ({ schema, extendTable }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    const { parent, text } = table;
    if (!name.endsWith('_texts') || parent === undefined || text === undefined) continue;
    extendTable({
      table,
      extraConfig: () => ({
        parentIdx: index(`${name}_parent`).on(parent),
        ...(name.startsWith('_') && { textIdx: index(`${name}_text_idx`).on(text) }),
      }),
    });
  }
  return schema;
};
