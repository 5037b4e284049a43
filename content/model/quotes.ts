/** What closes the quotes that are open, the outermost first. */
export type OpenQuotes = ('»' | '’')[];

const opens = /[\s([{«‘–—/=\u00a0-]/u;

/** Quotes of other languages and of typewriters: “ ” „ “ and '' ''. Where they stand tells what they do. */
const foreign = /[“”„]|(?<!['‘’])''(?!['‘’])/g;

/**
 * Quotes as they are printed: « », and ‘ ’ for a quotation inside one or in single quotes; ’ in and after words.
 * Inches and feet stay. `open` is told what the text leaves open.
 */
export function setQuotes(text: string, before: string, open: OpenQuotes): string {
  let set = text.replace(foreign, '"');
  if (set.includes("'")) set = apostrophes(set, before);
  if (!set.includes('"') && !/[«»]/.test(set)) return set;
  return nestQuotes(setDouble(set, before, open));
}

/** « » within « » are ‘ ’. What is never closed has nothing in it. */
export function nestQuotes(text: string): string {
  const opened: number[] = [];
  const quotations: [start: number, end: number][] = [];
  for (const { 0: sign, index } of text.matchAll(/[«»]/g)) {
    if (sign === '«') {
      opened.push(index);
      continue;
    }
    const start = opened.pop();
    if (start !== undefined) quotations.push([start, index]);
  }
  if (quotations.length < 2) return text;
  const signs = text.split('');
  let outerEnd = -1;
  for (const [start, end] of quotations.toSorted(([one], [other]) => one - other)) {
    if (end < outerEnd) {
      signs[start] = '‘';
      signs[end] = '’';
    } else outerEnd = end;
  }
  return signs.join('');
}

function setDouble(set: string, before: string, open: OpenQuotes): string {
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
