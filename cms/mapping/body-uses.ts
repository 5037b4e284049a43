import { readGroup, readReference } from './read-document.ts';

/** Fields of the boxes in a body that show a document, and its collection. */
export const bodyRelations = {
  ...({ media: 'media', poster: 'media', file: 'files', captions: 'files' } as const),
  organisation: 'organisations',
} as const;
export type BodyCollection = (typeof bodyRelations)[keyof typeof bodyRelations];

/** What `bodyUses` of an article says of a document that its body shows. */
export const bodyUse = (collection: BodyCollection, id: string): string => `${collection}:${id}`;

/** Every document that a body shows, once: what the database is asked instead of bodies, which are JSON to it. */
export function bodyUsesOf(body: unknown): string[] {
  const found = new Set<string>();
  const waiting = [body];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const fields = readGroup(value);
    for (const [name, collection] of Object.entries(bodyRelations)) {
      const id = readReference(fields[name]);
      if (id !== null) found.add(bodyUse(collection, id));
    }
    for (const inner of Object.values(value).toReversed()) waiting.push(inner);
  }
  return [...found];
}

/** The ids of one collection among `uses`. */
export const idsOfUses = (uses: readonly string[], collection: BodyCollection): string[] =>
  uses
    .filter((use) => use.startsWith(`${collection}:`))
    .map((use) => use.slice(collection.length + 1));
