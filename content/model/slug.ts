import { joiningSigns } from './invisible-signs.ts';
import { tidyText } from './tidy-text.ts';

const norwegianLetters: Record<string, string> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ö: 'o',
  ä: 'ae',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
};

const maximumLength = 80;

/**
 * The Norwegian slug rule: æ→ae, ø→o, å→a, accents dropped, everything else that is not a letter or a
 * digit becomes one hyphen. At most 80 characters, cut at a word where that is possible.
 * Returns an empty string when the text has no letter or digit to keep.
 */
export function toSlug(text: string): string {
  const slug = tidyText(text)
    .replace(joiningSigns, '')
    .toLowerCase()
    .replace(/[æøåöäßđðþł]/g, (letter) => norwegianLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'«»"]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= maximumLength) return slug;
  const cut = slug.slice(0, maximumLength + 1);
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > maximumLength / 2 ? cut.slice(0, lastHyphen) : cut.slice(0, maximumLength);
}
