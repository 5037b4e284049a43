import type { Payload } from 'payload';
import type { Change, Changes, DocumentType } from '../../content/model/documents.ts';
import { changeSources, type CollectionSource, type GlobalSource } from './change-sources.ts';
import {
  formatCursor,
  holdBackMs,
  parseCursor,
  startPosition,
  type Position,
} from './changes-cursor.ts';
import { planPull, rowsToRead } from './plan-pull.ts';
import type { PayloadDocument } from './read-document.ts';
import { readCollection, readGlobal, type ReadableSource } from './read-source.ts';
import { readTombstones, toRemoved } from './read-tombstones.ts';
import { reportUnpublishable } from './report-unpublishable.ts';

interface ChangesQuestion {
  cursor: string | null;
  limit: number;
  types?: readonly DocumentType[] | undefined;
  now?: Date;
}

/** What became public, changed or went away since the cursor; in an order that puts references first. */
export async function findChanges(
  payload: Payload,
  { cursor, limit, types, now = new Date() }: ChangesQuestion,
): Promise<Changes> {
  const positions = parseCursor(cursor);
  const settledBefore = new Date(now.getTime() - holdBackMs).toISOString();
  const changes: Change[] = [];
  let more = false;

  for (const source of changeSources) {
    if (types !== undefined && !types.includes(source.type)) continue;
    for (const part of partsOf(payload, source)) {
      const left = limit - changes.length;
      if (left <= 0) {
        more = true;
        break;
      }
      const position = positions[part.name][source.type] ?? startPosition;
      const pulled = await pull(part, { position, settledBefore, limit: left });
      positions[part.name][source.type] = pulled.position;
      more ||= pulled.more;
      changes.push(...(await convert(payload, { part, source, documents: pulled.documents })));
    }
  }
  return { changes, cursor: formatCursor(positions), more };
}

interface Part {
  name: 'documents' | 'tombstones';
  readable: ReadableSource;
  toChange: (document: PayloadDocument) => Change;
}

function partsOf(payload: Payload, source: CollectionSource | GlobalSource): Part[] {
  const { toChange } = source;
  if ('global' in source) {
    return [{ name: 'documents', readable: readGlobal(payload, source), toChange }];
  }
  return [
    { name: 'documents', readable: readCollection(payload, source), toChange },
    {
      name: 'tombstones',
      readable: readTombstones(payload, source),
      toChange: (tombstone) => toRemoved(source.type, tombstone),
    },
  ];
}

async function pull(
  { readable }: Part,
  { position, settledBefore, limit }: { position: Position; settledBefore: string; limit: number },
) {
  const count = rowsToRead(position, limit);
  const rows = await readable.rows(position, count);
  const isComplete = rows.length < count;
  const plan = planPull({ rows, isComplete, position, settledBefore, limit });
  const documents = await readable.load(plan.send.map(({ id }) => id));
  return { documents, position: plan.position, more: plan.more };
}

/** A document the site cannot show is reported and left out, so that it never holds up the others. */
async function convert(
  payload: Payload,
  {
    part,
    source,
    documents,
  }: { part: Part; source: Pick<CollectionSource, 'type'>; documents: PayloadDocument[] },
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const document of documents) {
    try {
      changes.push(part.toChange(document));
    } catch (error) {
      await reportUnpublishable(payload, { type: source.type, document, error });
    }
  }
  return changes;
}
