import { createHash } from 'node:crypto';

/** What some fields of a document hold (read at depth 0): the same as long as nobody wrote anything else there. */
export const fingerprint = (document: object, fields: readonly string[]): string => {
  const held = new Map<string, unknown>(Object.entries(document));
  const values = fields.map((field) => held.get(field) ?? null);
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);
};
