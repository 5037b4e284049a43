import { markLists } from './mark-lists.ts';
import type { PastedBlock } from './pasted.ts';
import { cleanPastedText } from './clean-pasted-text.ts';

/** Plain text: a line is a paragraph or an item of a list, which is as deep as it is indented. */
export const readPlainText = (text: string): PastedBlock[] =>
  markLists(
    text
      .split(/\r\n|[\r\n\u2028\u2029\u000b]/)
      .map(setIn)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ runs: runsOf(line), indent: indentOf(line) })),
  );

/** Word's bullets, a tab behind them: how deep they are only their signs tell. */
const setIn = (line: string): string =>
  line
    .replace(/^o\t/, '    • ')
    .replace(/^[▪§\uf0a7]\t/, '        • ')
    .replace(/^[·•\uf0b7]\t/, '• ');

const indentOf = (line: string) => (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;

const runsOf = (line: string) => [
  { text: cleanPastedText(line).trim(), bold: false, italic: false, href: null },
];
