/** What closes the quotes that are open, the outermost first. */
export type OpenQuotes = ('»' | '’')[];

const opens = /[\s([{«‘–—/=\u00a0-]/u;

/**
 * Straight quotes as they are printed: « », and ‘ ’ for a quotation inside one or in single quotes; ’ in and after words.
 * Inches and feet stay. `open` is told what the text leaves open.
 */
export function setQuotes(text: string, before: string, open: OpenQuotes): string {
  const set = text.includes("'") ? apostrophes(text, before) : text;
  if (!set.includes('"') && !/[«»]/.test(set)) return set;
  return set.replace(/["«»]/g, (sign, offset: number) => {
    if (sign === '«') {
      open.push('»');
      return sign;
    }
    if (sign === '»') {
      const at = open.lastIndexOf('»');
      if (at >= 0) open.length = at;
      return sign;
    }
    const previous = offset === 0 ? before : (set[offset - 1] ?? '');
    if (previous === '' || opens.test(previous)) {
      const isInside = open.includes('»');
      open.push(isInside ? '’' : '»');
      return isInside ? '‘' : '«';
    }
    if (/\d/.test(previous) && open.length === 0) return sign; // inches
    return open.pop() ?? '»';
  });
}

/** Between single quotes that begin and end a word: a quotation. Else what stands for letters left out. */
const quoted =
  /(?<=^|[\s([{«–—/"\u00a0])'(?=\S)((?:[^'\n]|(?<=\p{L})'(?=\p{L}))*?[^\s'])'(?![\p{L}\d])/gu;

function apostrophes(source: string, before: string): string {
  const isStart = before === '' || opens.test(before) || before === '"';
  let text = source;
  // Those inside others are seen once the outer ones are set.
  for (let last = ''; last !== text;) {
    last = text;
    text = text
      .replace(quoted, (all, words: string, offset: number) =>
        offset > 0 || isStart ? `‘${words}’` : all,
      )
      .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
      .replace(/(?<=[sxz])'(?=[\s.,;:!?)»"]|$)/giu, '’')
      .replace(/(?<=^|[\s(«"])'(?=\d\d(?:-|\b))/g, '’');
  }
  return text;
}
