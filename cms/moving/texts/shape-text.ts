import type { PastedRun } from '../../writing/paste/pasted.ts';
import type { ArchivePicture } from '../archive.ts';
import type { ArchiveBlock } from './archive-blocks.ts';
import { originalOf } from './original-of.ts';
import { splitCredit } from './split-credit.ts';
import { takeOwnership, type Ownership } from './take-ownership.ts';
import { takeFactBox } from './take-fact-box.ts';
import { wordsOf } from './words-of.ts';

/** The text of an article as it is told here: its ingress apart, its pictures with their credits. */
export interface ShapedText {
  lead: string;
  blocks: ShapedBlock[];
  /** Who owns the publication, where the text ends with it. */
  ownership: Ownership | null;
  /** The interview that it seems to be: how many questions stand in it. */
  questions: number;
}
export type ShapedPicture = ArchivePicture & { credit: string };
export type ShapedBlock =
  | Exclude<ArchiveBlock, { type: 'picture' | 'gallery' | 'table' }>
  | (Extract<ArchiveBlock, { type: 'table' }> & { source?: string })
  | ({ type: 'picture' } & ShapedPicture)
  | { type: 'gallery'; pictures: ShapedPicture[] }
  | { type: 'questionAnswer'; question: string; answer: ShapedBlock[] }
  /** `about`: the name of whom or what it tells of. */
  | { type: 'factBox'; title: string; about: string; content: ShapedBlock[] };

interface Known {
  title: string;
  excerpt: string;
  hero: ArchivePicture | null;
  /** Whether questions become boxes. */
  withQuestions: boolean;
  /** What the publication is called, here and there. */
  publications: readonly string[];
}

const longestLead = 1_200;

export function shapeText(blocks: readonly ArchiveBlock[], known: Known): ShapedText {
  const credited = withSources(withCredits(withoutRepeats(blocks, known)));
  const { lead, rest: told } = takeLead(splitQuestions(credited), known.excerpt);
  const { ownership, rest: own } = takeOwnership(told, known.publications);
  const rest = takeFactBox(own, isQuestion);
  const questions = rest.filter((block) => isQuestion(block)).length;
  const isInterview = known.withQuestions && questions > 1;
  return { lead, blocks: isInterview ? withBoxes(rest) : rest, questions, ownership };
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

const sourceAtEnd = /(?:^|\s*[([–-]?\s*)kilder?:\s*([^)\]]{2,200})[)\]]?\.?$/i;

/** «(Kilde: SSB)» at the end of a table's caption, or on the line below it. */
function withSources(blocks: readonly ShapedBlock[]): ShapedBlock[] {
  const shaped: ShapedBlock[] = [];
  for (const block of blocks) {
    const last = shaped.at(-1);
    const words = block.type === 'paragraph' ? wordsOf(block.runs) : '';
    const below = /^[([]?kilde/i.test(words) ? sourceAtEnd.exec(words)?.[1] : undefined;
    if (last?.type === 'table' && last.source === undefined && below !== undefined) {
      last.source = below.trim();
      continue;
    }
    const found = block.type === 'table' ? sourceAtEnd.exec(block.caption) : null;
    shaped.push(
      block.type === 'table' && found !== null
        ? {
            ...block,
            caption: block.caption.slice(0, found.index).trim(),
            source: found[1]?.trim() ?? '',
          }
        : block,
    );
  }
  return shaped;
}

/** «Hvorfor?» in bold and its answer in one paragraph, and «Spørsmål: … Svar: …», become lines of their own. */
function splitQuestions(blocks: readonly ShapedBlock[]): ShapedBlock[] {
  const split = blocks.map((block) => partsOfQuestion(block) ?? [block]);
  // One alone is how somebody writes.
  return split.filter((parts) => parts.length > 1).length > 1 ? split.flat() : [...blocks];
}

function partsOfQuestion(block: ShapedBlock): ShapedBlock[] | undefined {
  if (block.type !== 'paragraph') return undefined;
  const { runs } = block;
  const end = runs.findIndex((run) => run === 'break' || !(run.bold || run.text.trim() === ''));
  const [asked, rest] = [runs.slice(0, end), runs.slice(end)];
  const answer = rest[0] === 'break' ? rest.slice(1) : rest;
  if (end > 0 && /\?[»”"]?$/.test(wordsOf(asked)) && wordsOf(answer) !== '')
    return [
      { type: 'paragraph', runs: asked },
      { type: 'paragraph', runs: trimmed(answer) },
    ];
  const [, question, reply] =
    /^(?:spørsmål|spm\.?|q)\s*:\s*(.+?)(?:\s+(?:svar|sv\.?|a)\s*:\s*(.+))?$/i.exec(wordsOf(runs)) ??
    [];
  const bold = (text: string, isBold: boolean): ShapedBlock => ({
    type: 'paragraph',
    runs: [{ text, bold: isBold, italic: false, href: null }],
  });
  if (question !== undefined)
    return [bold(question, true), ...(reply === undefined ? [] : [bold(reply, false)])];
  return undefined;
}

function trimmed([first, ...rest]: readonly PastedRun[]): PastedRun[] {
  if (first === undefined || first === 'break') return rest;
  return [{ ...first, text: first.text.replace(/^[\s:–-]+/, '') }, ...rest];
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
  // Where a heading or a list stands first the ingress is what is said first.
  const next = blocks.find(({ type }) => type === 'paragraph');
  const said = next !== undefined && 'runs' in next ? wordsOf(next.runs) : '';
  if (words === '' || words.length > longestLead)
    return { lead: written || cut(words || said), rest: blocks };
  return { lead: words, rest: without };
}

/** As many whole sentences as an ingress holds. */
const cut = (words: string): string =>
  words.length <= longestLead
    ? words
    : (/^.{40,600}?[.!?](?=\s)/.exec(words)?.[0] ?? `${words.slice(0, 300)}…`);

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
