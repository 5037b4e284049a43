import { readPaste } from '../../writing/paste/read-paste.ts';
import type { PastedBlock } from '../../writing/paste/pasted.ts';
import { isData, readTable } from '../../writing/paste/read-table.ts';
import { cleanPastedText } from '../../writing/paste/clean-pasted-text.ts';
import { parseBody } from '../sources/parse-html.ts';
import type { ArchiveBlock, TextLoss } from './archive-blocks.ts';

const frames = 'iframe, video, audio, embed, object';
const apart = `figure, .wp-caption, .gallery, table, hr, img, ${frames}`;

/**
 * The HTML of an article in an old system, as parts of ours. Text is read as it is when it is pasted; pictures, tables
 * and films stand where they stood, between the texts.
 */
export function readArchiveHtml(
  html: string,
  origin: string | null = null,
): { blocks: ArchiveBlock[]; losses: TextLoss[] } {
  const body = parseBody(html);
  // Frames and players name files of the old site by their paths.
  for (const node of origin === null ? [] : body.querySelectorAll(`${frames}, source`))
    for (const name of ['src', 'data-src', 'data']) makeAbsolute(node, name, origin ?? '');
  for (const node of body.querySelectorAll('script, style, template, noscript')) node.remove();
  const losses: TextLoss[] = [...body.querySelectorAll('form')].map((form) => ({
    kind: 'form',
    what: wordsOf(form).slice(0, 80),
  }));
  const blocks: ArchiveBlock[] = [];
  let text = body.ownerDocument.createElement('div');
  const readText = () => {
    const { blocks: read, left } = readPaste(text);
    const counted = { struck: left.struck, comment: left.comments };
    for (const kind of ['struck', 'comment'] as const)
      for (let n = 0; n < counted[kind]; n++) losses.push({ kind, what: '' });
    blocks.push(...read);
    text = body.ownerDocument.createElement('div');
  };
  for (const special of [...body.querySelectorAll(apart)]) {
    const isInside = special.parentElement?.closest(`${apart}, [data-lifted]`) ?? null;
    if (isInside !== null || (special.tagName === 'TABLE' && !isTable(special))) continue;
    lift(special, body);
    special.setAttribute('data-lifted', '');
  }
  for (const node of [...body.childNodes]) {
    if (isElement(node) && node.hasAttribute('data-lifted')) {
      readText();
      blocks.push(...readApart(node, losses));
    } else text.append(node);
  }
  readText();
  return { blocks: trimRules(blocks), losses };
}

function makeAbsolute(node: Element, name: string, origin: string): void {
  const path = node.getAttribute(name) ?? '';
  if (path.startsWith('/') && URL.canParse(path, origin))
    node.setAttribute(name, new URL(path, origin).href);
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
const wordsOf = (node: Element | null): string => cleanPastedText(node?.textContent ?? '').trim();

/** Out of whatever is around it, which is cut in two. */
function lift(node: Element, root: Element): void {
  for (
    let parent = node.parentElement;
    parent !== null && parent !== root;
    parent = node.parentElement
  ) {
    const behind = parent.cloneNode(false) as Element; // why: a copy of an element is one
    while (node.nextSibling !== null) behind.append(node.nextSibling);
    parent.after(node);
    if (behind.childNodes.length > 0) node.after(behind);
  }
}

function readApart(node: Element, losses: TextLoss[]): ArchiveBlock[] {
  const tag = node.tagName.toUpperCase();
  if (tag === 'HR') return [{ type: 'rule' }];
  if (tag === 'TABLE') return readCaptioned(node, '');
  if (tag === 'IMG') return readPicture(node, '');
  if (node.matches(frames)) return readFrame(node, losses);
  // A figure of figures is a gallery: each picture has its own words.
  const inner = [...node.querySelectorAll('figure, .wp-caption, .gallery-item')];
  if (inner.length > 0) {
    const own = [...node.children].find((child) => child.tagName === 'FIGCAPTION') ?? null;
    const isNested = (each: Element) =>
      inner.some((other) => other !== each && other.contains(each));
    const read = inner.filter((each) => !isNested(each)).flatMap((each) => readApart(each, losses));
    return [...asGallery(read), ...readWords(own)];
  }
  const caption = wordsOf(node.querySelector('figcaption, .wp-caption-text, .gallery-caption'));
  const table = node.querySelector('table');
  if (table !== null) return readCaptioned(table, caption);
  const frame = node.querySelector(frames);
  if (frame !== null)
    return [...readFrame(frame, losses), ...readWords(node.querySelector('figcaption'))];
  const pictures = [...node.querySelectorAll('img')];
  if (pictures.length > 0)
    return pictures.length === 1
      ? pictures.flatMap((img) => readPicture(img, caption))
      : [
          ...asGallery(pictures.flatMap((img) => readPicture(img, captionBeside(img)))),
          ...readWords([...node.children].find(({ tagName }) => tagName === 'FIGCAPTION') ?? null),
        ];
  const quote = node.querySelector('blockquote');
  if (quote !== null && /pullquote/.test(`${node.className} ${quote.className}`)) {
    const cite = node.querySelector('cite, figcaption');
    const attribution = wordsOf(cite);
    cite?.remove();
    return [{ type: 'pullQuote', quote: wordsOf(quote), attribution }];
  }
  // An address that WordPress shows as what it leads to.
  const address = wordsOf(node.querySelector('.wp-block-embed__wrapper'));
  if (/^https?:\/\/\S+$/.test(address)) return [{ type: 'embed', address }];
  return readPaste(node).blocks;
}

/** What stands beside one picture of several. */
const captionBeside = (img: Element): string =>
  wordsOf(img.closest('dl, li')?.querySelector('dd, figcaption') ?? null);

/** Pictures side by side, and nothing else: at least two. */
function asGallery(blocks: ArchiveBlock[]): ArchiveBlock[] {
  const pictures = blocks.flatMap((each) => (each.type === 'picture' ? [each] : []));
  const isAll = pictures.length === blocks.length && pictures.length > 1;
  return isAll
    ? [
        {
          type: 'gallery',
          pictures: pictures.map(({ url, alt, caption }) => ({ url, alt, caption })),
        },
      ]
    : blocks;
}

const readWords = (node: Element | null): PastedBlock[] =>
  node === null ? [] : readPaste(node).blocks;

function readPicture(img: Element, caption: string): ArchiveBlock[] {
  const url = addressOf(img);
  const width = Number(img.getAttribute('width') ?? 100);
  if (
    url === '' ||
    width <= 2 ||
    /^data:image\/(gif|svg)/.test(url) ||
    /\/(smilies|emoji)\/|s\.w\.org\/images\/core\/emoji/.test(url)
  )
    return [];
  return [
    { type: 'picture', url, alt: cleanPastedText(img.getAttribute('alt') ?? '').trim(), caption },
  ];
}

/** The largest that it names; those that wait until they are seen have theirs elsewhere. */
function addressOf(img: Element): string {
  const given = ['data-orig-file', 'data-large_image', 'data-lazy-src', 'data-src', 'src'].map(
    (name) => img.getAttribute(name)?.trim() ?? '',
  );
  const linked = img.closest('a')?.getAttribute('href') ?? '';
  const isFile = /\.(jpe?g|png|webp|avif|heic|gif)([?#].*)?$/i.test(linked);
  return (
    [isFile ? linked : '', ...given].find(
      (each) => each !== '' && !each.startsWith('data:image/svg'),
    ) ?? ''
  );
}

function readFrame(node: Element, losses: TextLoss[]): ArchiveBlock[] {
  const source =
    node.getAttribute('src') ??
    node.getAttribute('data-src') ??
    node.getAttribute('data') ??
    node.querySelector('source, embed')?.getAttribute('src') ??
    '';
  const address = source
    .replace(/^\/\//, 'https://')
    .replace(
      /^https:\/\/www\.youtube(-nocookie)?\.com\/embed\/([\w-]+).*$/,
      'https://www.youtube.com/watch?v=$2',
    )
    .replace(/^https:\/\/player\.vimeo\.com\/video\/(\d+).*$/, 'https://vimeo.com/$1');
  if (/^https?:\/\//.test(address)) return [{ type: 'embed', address }];
  losses.push({ kind: 'embed', what: address || node.outerHTML.slice(0, 80) });
  return [];
}

/** One with pictures in it lays out a page, and is read as text. */
const isTable = (table: Element): boolean =>
  table.querySelector('img, iframe') === null && isData(table);

function readCaptioned(table: Element, caption: string): ArchiveBlock[] {
  const read = readTable(table);
  return [{ ...read, caption: caption || read.caption }];
}

/** A rule stands between two texts. */
const trimRules = (blocks: readonly ArchiveBlock[]): ArchiveBlock[] =>
  blocks.filter(
    ({ type }, at) =>
      type !== 'rule' || (at > 0 && at < blocks.length - 1 && blocks[at - 1]?.type !== 'rule'),
  );
