import { readMarker } from './read-marker.ts';
import type { PastedBlock } from './pasted.ts';
import { cleanPastedText } from './clean-pasted-text.ts';

/** Numbers alone begin a list when the next one counts on, or one did before: a year at the head of a line is none. */
const counts = /^\s*\(?1[.)]\s/;

/** Plain text: a line is a paragraph or an item of a list, which is as deep as it is indented. */
export function readPlainText(text: string): PastedBlock[] {
  const blocks: PastedBlock[] = [];
  const indents: number[] = [];
  let isCounting = false;
  for (const line of text.split(/\r\n|[\r\n\u2028\u2029\u000b]/)) {
    if (line.trim() === '') continue;
    const indent = (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
    const marker = readMarker(line.trimStart());
    isCounting = marker?.isOrdered === true && (isCounting || counts.test(line));
    if (marker === undefined || (marker.isOrdered && !isCounting)) {
      indents.length = 0;
      isCounting = false;
      blocks.push({ type: 'paragraph', runs: runsOf(line) });
      continue;
    }
    while ((indents.at(-1) ?? -1) > indent) indents.pop();
    if (indents.at(-1) !== indent) indents.push(indent);
    blocks.push({
      ...{ type: 'item', depth: indents.length - 1, isOrdered: marker.isOrdered },
      runs: runsOf(line.trimStart().slice(marker.length)),
    });
  }
  return blocks;
}

const runsOf = (line: string) => [
  { text: cleanPastedText(line).trim(), bold: false, italic: false, href: null },
];
