import { markLists } from './mark-lists.ts';
import type { PastedBlock } from './pasted.ts';
import { cleanPastedText } from './clean-pasted-text.ts';

/** Plain text: a line is a paragraph or an item of a list, which is as deep as it is indented. */
export const readPlainText = (text: string): PastedBlock[] =>
  markLists(
    text
      .split(/\r\n|[\r\n\u2028\u2029\u000b]/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ runs: runsOf(line), indent: indentOf(line) })),
  );

const indentOf = (line: string) => (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;

const runsOf = (line: string) => [
  { text: cleanPastedText(line).trim(), bold: false, italic: false, href: null },
];
