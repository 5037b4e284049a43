import { tidyText } from '../../content/model/tidy-text.ts';
/** A Payload document, group or row as the database gives it: nothing about it is taken for granted. */
export type PayloadDocument = Readonly<Record<string, unknown>>;

/** The value as a document; an empty one when it is anything else. */
export const readGroup = (value: unknown): PayloadDocument => (isDocument(value) ? value : {});

/** The documents of an array field or of a has-many relationship. */
export const readRows = (value: unknown): PayloadDocument[] =>
  Array.isArray(value) ? value.filter(isDocument) : [];

/** A line of text, trimmed; empty when there is none. */
export const readText = (value: unknown): string =>
  typeof value === 'string' ? tidyText(value).trim() : '';

/** A line of text, or undefined when it is empty. */
export const readOptionalText = (value: unknown): string | undefined =>
  readText(value) || undefined;

/** Id of what a relationship points at: a bare id, a populated document or `{ relationTo, value }`. */
export function readReference(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number') return String(value);
  if (!isDocument(value)) return null;
  return 'relationTo' in value && 'value' in value
    ? readReference(value['value'])
    : readReference(value['id']);
}

/** Ids of a has-many relationship; empty places are left out. */
export const readReferences = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(readReference).filter((id) => id !== null) : [];

/** ISO 8601 UTC with milliseconds, or null when the value is no time. */
export function readTime(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && !(value instanceof Date))
    return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** The value when it is one of the allowed words, else the fallback. */
export function readChoice<T extends string>(
  value: unknown,
  allowed: readonly T[],
  fallback: T,
): T {
  return allowed.find((choice) => choice === value) ?? fallback;
}

function isDocument(value: unknown): value is PayloadDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
