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

/** The words somebody asks for: without quotes and signs; «e-post» is «epost», as it is in the index. */
export const queryWords = (query: string): string[] =>
  query
    .toLowerCase()
    .normalize('NFC')
    .replace(/(\p{L})[-‐‑–](?=\p{L})/gu, '$1')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a word of a text is, holds or inflects a word that was asked for. */
export const answers = (word: string, asked: string): boolean => {
  const [folded, stem] = [fold(word).replace(/[^\p{L}\p{N}]/gu, ''), stemOf(fold(asked))];
  return stem.length < 4 ? folded.startsWith(stem) : folded.includes(stem);
};

/** A word without its Norwegian endings, never shorter than four letters. */
function stemOf(word: string): string {
  if (word.length <= 4) return word;
  const shorter = word.replace(
    /(?:hetene|heten|heter|ene|ane|ens|ets|ers|en|et|er|ar|te|a|e|s)$/,
    '',
  );
  return shorter.length >= 4 ? shorter : word;
}

/** A stretch of a text around the first place that answers, as words, each marked when it is one. */
export function excerptOf(
  text: string,
  asked: readonly string[],
  length = 30,
): { word: string; isFound: boolean }[] {
  const words = (text.match(/\S+/g) ?? []).map((word) => ({
    word,
    isFound: asked.some((each) => answers(word, each)),
  }));
  const first = words.findIndex(({ isFound }) => isFound);
  const start = Math.max(0, Math.min(first - 8, words.length - length));
  const shown = words.slice(start, start + length);
  const before = start > 0 ? [{ word: '…', isFound: false }] : [];
  return start + length < words.length
    ? [...before, ...shown, { word: '…', isFound: false }]
    : [...before, ...shown];
}
