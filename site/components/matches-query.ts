/** Letters as any keyboard types them: æ = ae, ø = ö = oe = o, å = aa = a, no accents, lower case. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/ø|ö|oe/g, 'o')
    .replace(/å|aa/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/**
 * Whether a text holds every word of a query, in some inflection: the index, finding nothing, answers with
 * words that merely begin alike, and those are not hits.
 */
export function matchesQuery(text: string, query: string): boolean {
  const folded = fold(text);
  return queryWords(query).every((word) => folded.includes(stem(word)));
}

const queryWords = (query: string) => fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word without its Norwegian endings, never shorter than four letters. */
function stem(word: string): string {
  if (word.length <= 4) return word;
  const shorter = word.replace(
    /(?:hetene|heten|heter|ene|ane|ens|ets|ers|en|et|er|ar|te|a|e|s)$/,
    '',
  );
  return shorter.length >= 4 ? shorter : word;
}
