/** Under which letters titles and names stand, as addresses write them, in the order of the alphabet. */
export const letters = [
  ...['tegn', ...'abcdefghijklmnopqrstuvwxyz', 'ae', 'oe', 'aa'],
] as const satisfies readonly string[];

const signs: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe' };

/** `aa` of «Åpent», `tegn` of «24/7»; what stands before the first letter or figure, a dash or a quotation mark, does not count. */
export function letterOf(words: string): string {
  const start = words.normalize('NFC').replace(/^[^\p{L}\d§]+/u, '');
  if (/^aa/i.test(start)) return 'aa'; // so it is sorted
  const [first = ''] = start.toLocaleLowerCase('nb');
  const plain = first.normalize('NFD')[0] ?? '';
  return signs[first] ?? (/^[a-z]$/.test(plain) ? plain : 'tegn');
}

const shown: Record<string, string> = { ae: 'Æ', oe: 'Ø', aa: 'Å', tegn: '1–9' };

/** As it stands on the page. */
export const letterName = (letter: string): string => shown[letter] ?? letter.toUpperCase();
