import { mendAddress } from '../../../content/model/mend-address.ts';
import { safeLink } from '../../../content/model/safe-link.ts';
import { cleanPastedText } from './clean-pasted-text.ts';
import { countOn, markLists, splitBullets } from './mark-lists.ts';
import { joinQuotes, trimRuns } from './tidy-blocks.ts';
import { readSign } from './read-marker.ts';
import { itemOf, type Item } from './item-of.ts';
import { commentsIn, isStruck, noteSign, raisedText } from './marked-up.ts';
import { originalAddress } from './original-address.ts';
import { isBrokenUp, isData, readTable } from './read-table.ts';
import {
  isBlank,
  nothingLeft,
  type Embedded,
  type LeftBehind,
  type Pasted,
  type PastedBlock,
  type PastedRun,
} from './pasted.ts';

type Kind = Exclude<PastedBlock['type'], 'item' | 'rule' | 'table'>;

/** What surrounds a piece of text. */
interface Around {
  bold: boolean;
  italic: boolean;
  href: string | null;
  kind: Kind;
  /** The quotation it stands in. */
  quote: Element | null;
  /** The list item it stands in. */
  item: Item | null;
  /** White space is meant as it stands. */
  isPreformatted: boolean;
}

const headings = new Map<string, Kind>([
  ...(['H1', 'H2'] as const).map((tag) => [tag, 'h2'] as const),
  ['H3', 'h3'],
  ...(['H4', 'H5', 'H6'] as const).map((tag) => [tag, 'h4'] as const),
]);
const blockTags = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE NAV ADDRESS PRE BLOCKQUOTE LI DT DD FIGURE FIGCAPTION DETAILS SUMMARY FORM FIELDSET CENTER TR TD TH TBODY THEAD TFOOT CAPTION TABLE UL OL DL'.split(
    ' ',
  ),
);
const skipped = new Set(
  'SCRIPT STYLE META LINK TITLE TEMPLATE NOSCRIPT SVG MATH BUTTON INPUT SELECT TEXTAREA HEAD'.split(
    ' ',
  ),
);
const embeds = new Set(['VIDEO', 'AUDIO', 'IFRAME', 'OBJECT', 'EMBED', 'CANVAS']);

/**
 * Reads the HTML of a clipboard (Word, Outlook, Google Docs, LibreOffice, a web page) into blocks of running text.
 * Only what an article knows comes out of it, so whatever is pasted can be published; what it cannot hold is counted.
 * Nothing is fetched.
 */
export function readPaste(root: Node): Pasted {
  const reader = new Reader();
  reader.walkChildren(root, {
    ...{ bold: false, italic: false, href: null },
    ...{ kind: 'paragraph', quote: null, item: null, isPreformatted: false },
  });
  reader.endBlock();
  const { embedded, left } = reader;
  const whole = joinQuotes(reader.blocks, reader.quoteOf);
  const blocks = countOn(markLists(whole.flatMap(splitBullets)));
  return { blocks, embedded, left };
}

class Reader {
  readonly blocks: PastedBlock[] = [];
  readonly embedded: Embedded[] = [];
  readonly left: LeftBehind = { ...nothingLeft, pictures: [] };
  #runs: PastedRun[] = [];
  #open: Pick<Around, 'kind' | 'item' | 'quote'> | undefined;
  /** Of quotations, by what came of their paragraphs. */
  readonly quoteOf = new Map<PastedBlock, Element | null>();
  /** The item that was closed last: what follows in it is a line of it. */
  #closed: Item | null = null;

  walkChildren(node: Node, around: Around): void {
    for (const child of node.childNodes) this.#walk(child, around);
  }

  #walk(node: Node, around: Around): void {
    if (node.nodeType === 3) return this.#addText(node.nodeValue ?? '', around);
    if (!isElement(node) || isHidden(node)) return;
    const tag = node.tagName.toUpperCase();
    if (tag === 'BR') return this.#addBreak(around);
    if (tag === 'HR') return this.#addRule(node);
    if (tag === 'IMG' || tag === 'V:IMAGEDATA') return this.#leavePicture(node);
    if (embeds.has(tag)) {
      this.left.embeds += 1;
      return;
    }
    const comments = commentsIn(node);
    if (comments !== undefined) {
      this.left.comments += comments;
      return;
    }
    if (isStruck(node)) {
      this.left.struck += node.textContent.trim() === '' ? 0 : 1;
      return;
    }
    const raised = noteSign(node) ?? raisedText(node);
    if (raised !== undefined) return this.#addText(raised, withMarks(node, around));
    if (tag === 'TABLE' && isData(node)) {
      this.endBlock();
      for (const picture of node.querySelectorAll('img')) this.#leavePicture(picture);
      this.left.links += node.querySelectorAll('a[href]').length;
      this.blocks.push(readTable(node));
      return;
    }
    if (tag === 'TABLE' && isBrokenUp(node)) this.left.tables += 1;
    // Of a picture that is not taken along: by itself it says nothing, and the picture is told by it.
    if (tag === 'FIGCAPTION' && node.parentElement?.querySelector('img')) return;
    if (tag === 'P' && isWordItem(node)) return this.#addWordItem(node, around);
    const within = withMarks(node, around);
    if (tag === 'LI') return this.#inBlock(node, { ...within, item: itemOf(node) });
    const heading = /\bMsoTitle\b/.test(node.className) ? 'h2' : headings.get(tag);
    if (heading !== undefined)
      return this.#inBlock(node, { ...within, bold: false, italic: false, kind: heading });
    if (tag === 'BLOCKQUOTE')
      return this.#inBlock(node, { ...within, kind: 'quote', quote: around.quote ?? node });
    if (tag === 'PRE') return this.#inBlock(node, { ...within, isPreformatted: true });
    if (blockTags.has(tag)) return this.#inBlock(node, within);
    if (tag === 'Q') {
      this.#addText('«', within);
      this.walkChildren(node, within);
      return this.#addText('»', within);
    }
    this.walkChildren(node, within);
  }

  #inBlock(node: Node, around: Around): void {
    this.endBlock();
    this.walkChildren(node, around);
    this.endBlock();
  }

  #addText(value: string, around: Around): void {
    if (around.isPreformatted && value.includes('\n')) {
      const [first = '', ...lines] = value.split(/\r?\n/);
      this.#addText(first, around);
      for (const line of lines) {
        this.#addBreak(around);
        this.#addText(line, around);
      }
      return;
    }
    const text = cleanPastedText(value);
    const last = this.#runs.at(-1);
    const isAtStart = last === undefined || last === 'break' || last.text.endsWith(' ');
    const shown = isAtStart ? text.replace(/^ +/, '') : text;
    if (shown === '') return;
    this.#open ??= { kind: around.kind, item: around.item, quote: around.quote };
    const { bold, italic, href } = around;
    const alike = last === undefined || last === 'break' ? undefined : last;
    if (alike?.bold === bold && alike.italic === italic && alike.href === href) alike.text += shown;
    else this.#runs.push({ text: shown, bold, italic, href });
  }

  /** One is a line; two in a row are the end of a paragraph. */
  #addBreak(around: Around): void {
    const last = this.#runs.at(-1);
    const isSecond =
      last === 'break' || (isBlank(this.#runs.slice(-1)) && this.#runs.at(-2) === 'break');
    if (last === undefined) return;
    if (isSecond && around.item === null) return this.endBlock();
    this.#runs.push('break');
  }

  #addRule(node: Element): void {
    // What Word draws above its notes is no rule of the text.
    const isOfFootnotes =
      node.closest('[style*="mso-element:footnote"], [style*="mso-element:endnote"]') !== null ||
      isBeforeNotes(node);
    this.endBlock();
    if (!isOfFootnotes && this.blocks.length > 0) this.blocks.push({ type: 'rule' });
  }

  #leavePicture(node: Element): void {
    const source = node.getAttribute('src') ?? '';
    const width = Number(node.getAttribute('width') ?? 100);
    // A sign of a mail program or a counter of visitors is no picture.
    const isSign = node.hasAttribute('aria-roledescription') || node.closest('[role="checkbox"]');
    if (width <= 2 || isSign || /^data:image\/gif/.test(source)) return;
    const called = cleanPastedText(node.getAttribute('alt') ?? '').trim();
    if (/^data:image\/(jpeg|png|webp|avif);base64,/i.test(source)) {
      this.embedded.push({ source, name: called });
      return;
    }
    const name = /^(data|blob):/.test(source)
      ? ''
      : (source.split(/[/\\?#]/).findLast(Boolean) ?? '');
    const caption = node.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
    this.left.pictures.push(cleanPastedText(caption).trim() || called || name);
  }

  #addWordItem(node: Element, around: Around): void {
    this.endBlock();
    const sign = cleanPastedText(markOf(node)?.textContent ?? '').trim();
    const isOrdered = /^(?:\d+\.)*\d+$/.test(sign) || (readSign(`${sign} `)?.isOrdered ?? false);
    const item = { depth: wordLevel(node) - 1, isOrdered, list: null };
    this.walkChildren(node, { ...withMarks(node, around), item });
    this.endBlock();
  }

  endBlock(): void {
    const runs = trimRuns(this.#runs);
    const { kind, item, quote } = this.#open ?? { kind: 'paragraph', item: null, quote: null };
    this.#runs = [];
    this.#open = undefined;
    if (isBlank(runs)) return;
    const last = this.blocks.at(-1);
    const isSame = item !== null && item === this.#closed && last?.type === 'item';
    // A list that begins anew beside another counts anew.
    const isNew =
      item?.isOrdered === true && last?.type === 'item' && item.list !== this.#closed?.list;
    this.#closed = item;
    if (isSame) return void last.runs.push('break', ...runs);
    const block: PastedBlock =
      item === null ? { type: kind, runs } : { type: 'item', ...placeOf(item, isNew), runs };
    this.quoteOf.set(block, quote);
    this.blocks.push(block);
  }
}

/** Where an item stands, and what it counts where it does not simply go on. */
const placeOf = ({ depth, isOrdered, number }: Item, isNew: boolean) => ({
  ...{ depth, isOrdered },
  ...(isNew && depth === 0 ? { number: number ?? 1 } : number !== undefined && { number }),
});

const isElement = (node: Node): node is Element => node.nodeType === 1;

const styleOf = (node: Element) => node.getAttribute('style') ?? '';

const isHidden = (node: Element): boolean =>
  skipped.has(node.tagName.toUpperCase()) ||
  /display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i.test(styleOf(node)) ||
  node.hasAttribute('hidden');

const isWordItem = (node: Element) => /mso-list\s*:\s*l\d+\s+level\d/i.test(styleOf(node));
const wordLevel = (node: Element) => Number(/level(\d)/i.exec(styleOf(node))?.[1] ?? 1);
const markOf = (node: Element) =>
  [...node.querySelectorAll('span')].find((span) => /mso-list\s*:\s*ignore/i.test(styleOf(span)));

function withMarks(node: Element, around: Around): Around {
  const tag = node.tagName.toUpperCase();
  const style = styleOf(node);
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  const isBold =
    weight === undefined ? undefined : weight.startsWith('bold') || Number(weight) >= 600;
  const isBoldTag = tag === 'B' || tag === 'STRONG';
  const isItalicTag = ['I', 'EM', 'CITE', 'DFN', 'VAR'].includes(tag);
  const isHeading = around.kind.startsWith('h');
  return {
    ...around,
    bold: !isHeading && (isBold ?? (isBoldTag || around.bold)),
    italic: slant === undefined ? isItalicTag || around.italic : slant !== 'normal',
    href: tag === 'A' ? readAddress(node) : around.href,
    isPreformatted: around.isPreformatted || /white-space\s*:\s*(pre|break-spaces)/i.test(style),
  };
}

/** Null for one that no reader can follow: a place in the source, a file, a script. Its text stays. */
function readAddress(node: Element): string | null {
  // Pages write their own addresses without the scheme, too.
  const href = (node.getAttribute('href') ?? '').trim().replace(/^\/\/(?=[^/\\])/, 'https://');
  const address = originalAddress(mendAddress(href));
  return address.startsWith('#') ? null : safeLink(address);
}

const isBeforeNotes = (node: Element): boolean => {
  const next = node.nextElementSibling ?? node.parentElement?.nextElementSibling ?? null;
  return (
    next !== null &&
    /mso-element:(?:foot|end)note|\b_?(?:ftn|ftnt|edn)\d|sd(?:foot|end)note/i.test(
      next.outerHTML.slice(0, 400),
    )
  );
};
