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

/** The same for all that a document holds. Its shape and its keys stay. */
export function tidyTexts(value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value);
  if (Array.isArray(value)) return value.map(tidyTexts);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tidyTexts(each)]));
}

/** Dates, files and the like are left as they are. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
