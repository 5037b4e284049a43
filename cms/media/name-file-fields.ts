import type { Field, SanitizedConfig } from 'payload';
import { text } from './text.ts';

const names = text.fileFields;

/** Payload adds a field for each cut of a picture, with English names: as columns and filters only those stay that say something. */
export function nameFileFields({ collections }: SanitizedConfig): void {
  for (const { slug, fields } of collections)
    if (slug === 'media' || slug === 'files') for (const field of fields) nameField(field);
}

function nameField(field: Field): void {
  if (!('name' in field) || field.name === undefined) return;
  const label = names[field.name as keyof typeof names] as string | undefined; // why: most fields are none of these
  if (label !== undefined && 'label' in field) field.label = label;
  else if (label === undefined && isOfFile.has(field.name)) hide(field);
}

const isOfFile = new Set(['sizes', 'thumbnailURL', 'url', 'focalX', 'focalY']);

function hide(field: Field): void {
  // why: each kind of field types its admin apart; these two all of them have
  const admin = ((field as { admin?: object }).admin ?? {}) as Record<string, unknown>;
  Object.assign(field, { admin: { ...admin, disableListColumn: true, disableListFilter: true } });
  if ('fields' in field) for (const inner of field.fields) hide(inner);
}
