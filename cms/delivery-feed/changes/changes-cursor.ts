import { z } from 'zod';
import { documentTypeNames } from '../../../content/model/documents.ts';

/**
 * Raise it whenever a document would be mapped differently from before: every site then begins anew and
 * gets everything again, also what earlier could not be published.
 */
const mappingVersion = 1;

/**
 * A write may become visible this long after the time it carries (transactions, a busy event loop, clocks of
 * several processes that differ). The cursor never passes what is younger.
 */
export const holdBackMs = 5000;

const positionSchema = z.strictObject({
  /** Everything up to and including this (time, id) has been sent. Empty at the beginning. */
  at: z.string(),
  id: z.string(),
  /** Sent although it lies beyond the position: id → the `updatedAt` that was sent. */
  seen: z.record(z.string(), z.string()),
});

const cursorSchema = z.strictObject({
  version: z.literal(mappingVersion),
  documents: z.partialRecord(z.enum(documentTypeNames), positionSchema),
  tombstones: z.partialRecord(z.enum(documentTypeNames), positionSchema),
});

export type Position = z.infer<typeof positionSchema>;
export type Cursor = z.infer<typeof cursorSchema>;

export const startPosition: Position = { at: '', id: '', seen: {} };

/** The cursor that a site brings back. What cannot be read counts as a beginning: sending again is harmless. */
export function parseCursor(text: string | null): Cursor {
  const parsed = cursorSchema.safeParse(text === null ? null : decode(text));
  return parsed.success ? parsed.data : { version: mappingVersion, documents: {}, tombstones: {} };
}

export const formatCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null; // not ours: the schema refuses it
  }
}
