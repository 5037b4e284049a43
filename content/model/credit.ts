import type { Media } from './documents.ts';
import { text } from './text.ts';

/** Who made a picture, as pages, feeds, JSON-LD and letters name them. */
export interface Credit {
  name: string;
  url: string | null;
}

/** The credit of a picture; `own` is the one that an article gives it instead. Null when nobody is named. */
export function creditOf(
  { credit, creditUrl }: Pick<Media, 'credit' | 'creditUrl'>,
  own = '',
): Credit | null {
  if (own !== '') return { name: own, url: null };
  return credit === '' ? null : { name: credit, url: creditUrl };
}

type Made = keyof typeof text.made;
const kinds = Object.keys(text.made).join('|');
const before = new RegExp(`^(${kinds})\\s*:\\s*(?=\\S)`, 'i');
const behind = new RegExp(`(?<=\\S)\\s*\\((${kinds})\\)$`, 'i');

/**
 * How a credit is printed: «FOTO: Ola Foto», and by what it says itself «ILLUSTRASJON: Eva Strek» of «Eva Strek
 * (illustrasjon)» and of «Illustrasjon: Eva Strek».
 */
export function printedCredit({ name }: Pick<Credit, 'name'>): { label: string; name: string } {
  const found = before.exec(name)?.[1] ?? behind.exec(name)?.[1] ?? 'foto';
  // why: the patterns know no other words
  const label = text.made[found.toLowerCase() as Made];
  return { label, name: name.replace(before, '').replace(behind, '') };
}

/** Whether it is of a picture that somebody drew: pale as paper, and not a moment that was seen. */
export const isOfDrawing = (credit: Credit | null): boolean =>
  credit !== null && printedCredit(credit).label !== text.made.foto;

/** `FOTO: Ola Foto`; empty when nobody is named. */
export function creditLine(credit: Credit | null): string {
  if (credit === null) return '';
  const { label, name } = printedCredit(credit);
  return `${label} ${name}`;
}
