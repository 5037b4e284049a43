import { invisibleSigns } from './invisible-signs.ts';

/** Ways to end a line that are not ours: of Windows, of old Macs, of Word (vertical tab), of Unicode. */
const lineEnds = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;

/** A text as it is kept, wherever it comes from: NFC, lines ended by `\n`, nothing in it that nobody sees and nobody means. */
export const tidyText = (text: string): string =>
  isPlain.test(text)
    ? text
    : text.toWellFormed().replace(lineEnds, '\n').replace(invisibleSigns, '').normalize('NFC');

/** Nothing to do, which is told faster than done: letters of Western Europe, « » – ’ … and plain white space. */
const isPlain = /^[\t\n\u0020-\u007e\u00a0-\u00ff\u2010-\u2027\u202f\u2030-\u205e]*$/;

/** White space, soft hyphens and joiners alone: a field in which they stand is empty. */
const isBlank = /^[\s\u00a0\u00ad\u200c\u200d]+$/;

/** The same for all that a document holds. Its shape and its keys stay; what nobody sees is no text, but between two words. */
export function tidyTexts(value: unknown): unknown {
  if (typeof value === 'string') {
    const tidy = tidyText(value);
    return isBlank.test(tidy) ? '' : tidy;
  }
  if (Array.isArray(value)) return value.map(tidyTexts);
  if (!isRecord(value)) return value;
  // A piece of running text may be the blank between two others.
  const isRun = value['type'] === 'text';
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    isRun && key === 'text' && typeof each === 'string' ? tidyText(each) : tidyTexts(each),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** Dates, files and the like are left as they are. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
