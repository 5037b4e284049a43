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

/** `FOTO: Ola Foto`; empty when nobody is named. */
export const creditLine = (credit: Credit | null): string =>
  credit === null ? '' : `${text.photo} ${credit.name}`;
