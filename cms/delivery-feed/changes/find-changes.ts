import type { Payload } from 'payload';
import {
  documentTypeNames,
  type Change,
  type Changes,
  type DocumentType,
} from '../../../content/model/documents.ts';
import { changeSources } from './change-sources.ts';
import {
  formatCursor,
  holdBackMs,
  parseCursor,
  startPosition,
  type Cursor,
  type Position,
} from './changes-cursor.ts';
import { planPull, rowsToRead } from './plan-pull.ts';
import type { PayloadDocument } from '../../mapping/read-document.ts';
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
  { cursor, limit, types = documentTypeNames, now = new Date() }: ChangesQuestion,
): Promise<Changes> {
  const positions = parseCursor(cursor);
  const settledBefore = new Date(now.getTime() - holdBackMs).toISOString();
  const changes: Change[] = [];
  let more = false;

  // Removals come first: a document that has taken over an address overrides its removal.
  for (const part of [
    ...tombstoneParts(payload, positions, types),
    ...documentParts(payload, types),
  ]) {
    const left = limit - changes.length;
    if (left <= 0) {
      more = true;
      break;
    }
    const position = positions[part.name][part.types[0]] ?? startPosition;
    const pulled = await pull(part, { position, settledBefore, limit: left });
    for (const type of part.types) positions[part.name][type] = pulled.position;
    more ||= pulled.more;
    changes.push(...(await convert(payload, part, pulled.documents)));
  }
  return { changes, cursor: formatCursor(positions), more };
}

/** What is looked through in one go; its types stand at the same position. */
interface Part {
  name: 'documents' | 'tombstones';
  types: readonly [DocumentType, ...DocumentType[]];
  readable: ReadableSource;
  toChange: (document: PayloadDocument) => Change | null;
}

function documentParts(payload: Payload, types: readonly DocumentType[]): Part[] {
  return changeSources
    .filter(({ type }) => types.includes(type))
    .map((source) => ({
      name: 'documents',
      types: [source.type],
      readable: 'global' in source ? readGlobal(payload, source) : readCollection(payload, source),
      toChange: source.toChange,
    }));
}

/** One look through the tombstones for all types, as long as they are always asked for together. */
function tombstoneParts(
  payload: Payload,
  { tombstones }: Cursor,
  types: readonly DocumentType[],
): Part[] {
  const byPosition = new Map<string, [DocumentType, ...DocumentType[]]>();
  for (const type of types) {
    const position = JSON.stringify(tombstones[type] ?? startPosition);
    const together = byPosition.get(position);
    if (together === undefined) byPosition.set(position, [type]);
    else together.push(type);
  }
  return [...byPosition.values()].map((together) => ({
    name: 'tombstones',
    types: together,
    readable: readTombstones(payload, together),
    toChange: toRemoved,
  }));
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
  { types, toChange }: Part,
  documents: readonly PayloadDocument[],
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const document of documents) {
    try {
      const change = toChange(document);
      if (change !== null) changes.push(change);
    } catch (error) {
      await reportUnpublishable(payload, { type: types[0], document, error });
    }
  }
  return changes;
}
