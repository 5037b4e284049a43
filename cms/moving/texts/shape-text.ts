import type { PastedRun } from '../../writing/paste/pasted.ts';
import type { ArchivePicture } from '../archive.ts';
import type { ArchiveBlock } from './archive-blocks.ts';
import { originalOf } from './original-of.ts';
import { splitCredit } from './split-credit.ts';

/** The text of an article as it is told here: its ingress apart, its pictures with their credits. */
export interface ShapedText {
  lead: string;
  blocks: ShapedBlock[];
  /** The interview that it seems to be: how many questions stand in it. */
  questions: number;
}
export type ShapedPicture = ArchivePicture & { credit: string };
export type ShapedBlock =
  | Exclude<ArchiveBlock, { type: 'picture' | 'gallery' }>
  | ({ type: 'picture' } & ShapedPicture)
  | { type: 'gallery'; pictures: ShapedPicture[] }
  | { type: 'questionAnswer'; question: string; answer: ShapedBlock[] };

interface Known {
  title: string;
  excerpt: string;
  hero: ArchivePicture | null;
  /** Whether questions become boxes. */
  withQuestions: boolean;
}

const longestLead = 1_200;

export function shapeText(blocks: readonly ArchiveBlock[], known: Known): ShapedText {
  const credited = withCredits(withoutRepeats(blocks, known));
  const { lead, rest } = takeLead(credited, known.excerpt);
  const questions = rest.filter((block) => isQuestion(block)).length;
  const isInterview = known.withQuestions && questions > 1;
  return { lead, blocks: isInterview ? withBoxes(rest) : rest, questions };
}

/** Old templates showed the title and the picture above the text; some texts begin with them once more. */
function withoutRepeats(blocks: readonly ArchiveBlock[], { title, hero }: Known): ArchiveBlock[] {
  const isTitle = (block: ArchiveBlock) =>
    (block.type === 'h2' || block.type === 'paragraph') &&
    wordsOf(block.runs).toLowerCase() === title.toLowerCase();
  const isHero = (block: ArchiveBlock) =>
    block.type === 'picture' && hero !== null && originalOf(block.url) === originalOf(hero.url);
  const [first] = blocks;
  const shown = first !== undefined && isTitle(first) ? blocks.slice(1) : [...blocks];
  const at = shown.findIndex(({ type }) => type === 'picture' || type === 'gallery');
  const picture = shown[at];
  return picture !== undefined && isHero(picture) ? shown.toSpliced(at, 1) : shown;
}

/** A credit at the end of a caption, or on the line below the picture. */
function withCredits(blocks: readonly ArchiveBlock[]): ShapedBlock[] {
  const shaped: ShapedBlock[] = [];
  for (const block of blocks) {
    const last = shaped.at(-1);
    if (block.type === 'picture') {
      shaped.push({ ...block, ...splitCredit(block.caption) });
      continue;
    }
    if (block.type === 'gallery') {
      const pictures = block.pictures.map((each) => ({ ...each, ...splitCredit(each.caption) }));
      shaped.push({ type: 'gallery', pictures });
      continue;
    }
    if (block.type === 'paragraph' && last?.type === 'picture' && last.credit === '') {
      const { caption, credit } = splitCredit(wordsOf(block.runs));
      // Words that a credit stands behind are a caption's where the picture has none, and they are short.
      if (credit !== '' && (caption === '' || (last.caption === '' && caption.length < 120))) {
        last.credit = credit;
        last.caption ||= caption;
        continue;
      }
    }
    shaped.push(block);
  }
  return shaped;
}

/** Looked at, not read. */
const isShown = ({ type }: ShapedBlock): boolean =>
  type === 'picture' || type === 'gallery' || type === 'embed';

/** The excerpt somebody wrote, or what stands first: in bold, or else as it is. */
function takeLead(blocks: ShapedBlock[], excerpt: string): { lead: string; rest: ShapedBlock[] } {
  const at = blocks.findIndex((block) => !isShown(block));
  const first = blocks[at];
  const words = first?.type === 'paragraph' ? wordsOf(first.runs) : '';
  const written = excerpt.replace(/\s*(\[…\]|\[\.\.\.\]|\[&hellip;\])\s*$/, '…').trim();
  const without = blocks.filter((_, index) => index !== at);
  const isItsStart = written !== '' && words.startsWith(written.replace(/…$/, '').trim());
  const isBold =
    first?.type === 'paragraph' &&
    first.runs.every((run) => run === 'break' || run.bold || run.text.trim() === '');
  if (written !== '' && !isItsStart)
    return { lead: written, rest: isBold && words === written ? without : blocks };
  if (words === '' || words.length > longestLead)
    return { lead: written || cut(words), rest: blocks };
  return { lead: words, rest: without };
}

/** As many whole sentences as an ingress holds. */
const cut = (words: string): string =>
  words.length <= longestLead
    ? words
    : (/^.{40,600}?[.!?](?=\s)/.exec(words)?.[0] ?? `${words.slice(0, 300)}…`);

const wordsOf = (runs: readonly PastedRun[]): string =>
  runs
    .map((run) => (run === 'break' ? ' ' : run.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** A heading, or a line in bold, that ends in a question mark. */
function isQuestion(
  block: ShapedBlock | undefined,
): block is Extract<ShapedBlock, { runs: PastedRun[] }> {
  if (block === undefined || !('runs' in block) || block.type === 'item' || block.type === 'quote')
    return false;
  const words = wordsOf(block.runs);
  const isMarked =
    block.type !== 'paragraph' ||
    block.runs.every((run) => run === 'break' || run.bold || run.text.trim() === '');
  return isMarked && words.length < 300 && /\?[»”"]?$/.test(words);
}

function withBoxes(blocks: readonly ShapedBlock[]): ShapedBlock[] {
  const boxed: ShapedBlock[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = boxed.at(-1);
    const next = blocks[at + 1];
    if (
      isQuestion(block) &&
      (next?.type === 'paragraph' || next?.type === 'item') &&
      !isQuestion(next)
    )
      boxed.push({ type: 'questionAnswer', question: wordsOf(block.runs), answer: [] });
    else if (
      last?.type === 'questionAnswer' &&
      ['paragraph', 'item', 'quote'].includes(block.type) &&
      !isQuestion(block)
    )
      last.answer.push(block);
    else boxed.push(block);
  }
  return boxed;
}
