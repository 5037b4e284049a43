import type { Payload } from 'payload';
import { asSqlite, mongoOf } from '../shared/engine.ts';

/** A state of an article as it was read. */
export interface State {
  id: string;
  /** Whether it is a main row, or a version beside it. */
  kept: 'collections' | 'versions';
  /** As it stands in the row. */
  updatedAt: string;
  uses: readonly string[];
}

/** Its tables on SQLite, and the name of the field in it. */
const places = {
  collections: { rows: 'articles', texts: 'articles_texts', path: 'bodyUses' },
  versions: { rows: '_articles_v', texts: '_articles_v_texts', path: 'version.bodyUses' },
} as const;

/**
 * Writes what the bodies of states show, and nothing else: no time, no version, no hook. A state that was saved since
 * it was read is left alone: that save has written its own.
 */
export async function writeBodyUses(payload: Payload, states: readonly State[]): Promise<void> {
  if (states.length === 0) return;
  const sqlite = asSqlite(payload);
  if (sqlite !== undefined) {
    // In one transaction, which nothing of this process comes between: a batch is run at once.
    await sqlite.client.batch(states.flatMap(statementsFor), 'write');
    return;
  }
  for (const { id, kept, updatedAt, uses } of states) {
    const change = { $set: { [places[kept].path]: uses } };
    await mongoOf(payload, 'articles', kept).updateOne({ _id: id, updatedAt }, change, {
      timestamps: false,
    });
  }
}

function statementsFor({ id, kept, updatedAt, uses }: State) {
  const { rows, texts, path } = places[kept];
  const isAsRead = `EXISTS (SELECT 1 FROM ${rows} WHERE id = :id AND updated_at = :updatedAt)`;
  const args = { id, path, updatedAt };
  return [
    { sql: `DELETE FROM ${texts} WHERE parent_id = :id AND path = :path AND ${isAsRead}`, args },
    {
      sql: `INSERT INTO ${texts} ("order", parent_id, path, text)
        SELECT key + 1, :id, :path, value FROM json_each(:uses) WHERE ${isAsRead}`,
      args: { ...args, uses: JSON.stringify(uses) },
    },
  ];
}
