import { z } from 'zod';
import { escapeHtml } from '../../../content/model/markup.ts';
import { frame, imageOf } from './html-parts.ts';

interface Row {
  html?: string | null | undefined;
  lexical?: string | null | undefined;
  mobiledoc?: string | null | undefined;
  plaintext?: string | null | undefined;
}

/**
 * The text of a Ghost post: its HTML with its cards made plain; where that was never made, what the editor kept
 * (https://docs.ghost.org/migration/custom), or the words alone.
 */
export function ghostHtml({ html, lexical, mobiledoc, plaintext }: Row): string {
  if (html?.trim()) return withPlainCards(html);
  const kept = lexical?.trim()
    ? lexicalHtml(parse(lexical))
    : mobiledocHtml(parse(mobiledoc ?? ''));
  if (kept !== '') return withPlainCards(kept);
  return (plaintext ?? '')
    .split(/\n{2,}/)
    .map((piece) => `<p>${escapeHtml(piece)}</p>`)
    .join('');
}

/** Ghost writes the address of its own site so. */
const ownAddress = /__GHOST_URL__/g;
const words = (html: string) => html.replace(/<[^>]*>/g, '').trim();
const inside = (html: string, className: string): string =>
  new RegExp(`class="[^"]*\\b${className}\\b[^"]*"[^>]*>([\\s\\S]*?)</`).exec(html)?.[1]?.trim() ??
  '';
const hrefIn = (html: string) => /href="([^"]*)"/.exec(html)?.[1] ?? '';
const sourceIn = (html: string) => /\bsrc="([^"]*)"/.exec(html)?.[1] ?? '';
const linkHtml = (href: string, label: string) => `<p><a href="${href}">${label || href}</a></p>`;

/** Cards that are drawn around an address become the address and its words; signs that only decorate go. */
const withPlainCards = (html: string): string =>
  html
    .replace(ownAddress, '')
    .replace(
      /<figure class="[^"]*kg-bookmark-card[^"]*">([\s\S]*?)<\/figure>/g,
      (_, card: string) => linkHtml(hrefIn(card), inside(card, 'kg-bookmark-title')),
    )
    .replace(
      /<div class="[^"]*kg-file-card\b[^"]*">([\s\S]*?)<\/div>\s*(?:<\/a>\s*)?<\/div>/g,
      (_, card: string) =>
        linkHtml(
          hrefIn(card),
          inside(card, 'kg-file-card-title') || inside(card, 'kg-file-card-filename'),
        ),
    )
    .replace(
      /<div class="[^"]*kg-(audio|video)-card\b[^"]*">([\s\S]*?<(?:audio|video)[\s\S]*?)(?=<(?:p|h\d|div class="kg-(?!audio|video)|figure|hr|ul|ol|blockquote)\b|$)/g,
      (_, kind: string, card: string) =>
        sourceIn(card) === ''
          ? ''
          : `${frame(sourceIn(card))}${inside(card, `kg-${kind}-title`) && `<p>${words(inside(card, `kg-${kind}-title`))}</p>`}`,
    )
    .replace(/<div class="kg-callout-emoji">[\s\S]*?<\/div>/g, '');

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // none that anybody could read
  }
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    text: z.string().optional(),
    format: z.union([z.number(), z.string()]).optional(),
    tag: z.string().optional(),
    listType: z.string().optional(),
    url: z.string().nullish(),
    children: z.array(node).optional(),
  }),
);
interface Node {
  type: string;
  text?: string | undefined;
  format?: number | string | undefined;
  tag?: string | undefined;
  listType?: string | undefined;
  url?: string | null | undefined;
  children?: Node[] | undefined;
  [name: string]: unknown;
}

function lexicalHtml(state: unknown): string {
  const root = z.object({ root: node }).safeParse(state).data?.root;
  return (root?.children ?? []).map(nodeHtml).join('');
}

const blockTags: Record<string, string> = {
  paragraph: 'p',
  quote: 'blockquote',
  aside: 'blockquote',
  listitem: 'li',
};

function nodeHtml(each: Node): string {
  const { type, children = [], text = '', format, tag, listType, url } = each;
  const within = children.map(nodeHtml).join('');
  const get = (name: string) => (typeof each[name] === 'string' ? each[name] : '');
  if (type.endsWith('text')) {
    const marks = typeof format === 'number' ? format : 0;
    const bold = marks & 1 ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text);
    return marks & 2 ? `<em>${bold}</em>` : bold;
  }
  if (type === 'linebreak') return '<br>';
  if (type === 'link') return `<a href="${escapeHtml(url ?? '')}">${within}</a>`;
  if (type.endsWith('heading')) return `<${tag ?? 'h2'}>${within}</${tag ?? 'h2'}>`;
  if (type === 'list') return listType === 'number' ? `<ol>${within}</ol>` : `<ul>${within}</ul>`;
  if (type === 'horizontalrule') return '<hr>';
  if (type === 'image')
    return imageOf({ url: get('src'), alt: get('alt'), caption: words(get('caption')) });
  if (type === 'html') return get('html');
  if (type === 'embed' || type === 'audio' || type === 'video') return frame(url || get('src'));
  if (type === 'bookmark' || type === 'file')
    return linkHtml(
      url || get('src'),
      escapeHtml(get('title') || get('fileTitle') || get('fileName')),
    );
  if (type === 'callout' || type === 'toggle')
    return `${get('heading') && `<h3>${words(get('heading'))}</h3>`}${get('calloutText') || get('content')}`;
  if (type === 'gallery') {
    const images = Array.isArray(each['images'])
      ? (each['images'] as Record<string, unknown>[])
      : [];
    const shown = images.map((image) =>
      imageOf({ url: String(image['src'] ?? ''), alt: String(image['alt'] ?? ''), caption: '' }),
    );
    return `<figure class="gallery">${shown.join('')}</figure>${get('caption') && `<p>${words(get('caption'))}</p>`}`;
  }
  const known = blockTags[type.replace(/^extended-/, '')];
  return known === undefined ? within : `<${known}>${within}</${known}>`;
}

const mobiledoc = z.looseObject({
  markups: z.array(z.array(z.unknown())).default([]),
  atoms: z.array(z.array(z.unknown())).default([]),
  cards: z
    .array(z.tuple([z.string(), z.record(z.string(), z.unknown()).catch({})]).rest(z.unknown()))
    .default([]),
  sections: z.array(z.array(z.unknown())).default([]),
});

/** Mobiledoc 0.3 (https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md). */
function mobiledocHtml(state: unknown): string {
  const read = mobiledoc.safeParse(state).data;
  if (read === undefined) return '';
  const open: string[] = [];
  const markers = (list: unknown): string =>
    (Array.isArray(list) ? (list as unknown[][]) : [])
      .map(([kind, opened, closed, value]) => {
        const starts = (Array.isArray(opened) ? opened : []).map((at: number) => {
          const [tag = 'span', attributes] = read.markups[at] ?? [];
          open.push(String(tag));
          const href =
            Array.isArray(attributes) && attributes[0] === 'href' ? String(attributes[1]) : '';
          return tag === 'a' ? `<a href="${escapeHtml(href)}">` : `<${String(tag)}>`;
        });
        const said = kind === 0 ? escapeHtml(String(value)) : '<br>';
        const ends = Array.from(
          { length: Number(closed) || 0 },
          () => `</${open.pop() ?? 'span'}>`,
        );
        return starts.join('') + said + ends.join('');
      })
      .join('');
  return read.sections
    .map(([kind, first, second]) => {
      if (kind === 1) return `<${String(first)}>${markers(second)}</${String(first)}>`;
      if (kind === 3)
        return `<${String(first)}>${(Array.isArray(second) ? second : []).map((item) => `<li>${markers(item)}</li>`).join('')}</${String(first)}>`;
      if (kind !== 10) return '';
      const [name, payload] = read.cards[Number(first)] ?? ['', {}];
      if (name === 'markdown' || name === 'card-markdown')
        return `<p>${escapeHtml(String(payload['markdown'] ?? ''))}</p>`;
      return nodeHtml({ ...payload, type: name === 'hr' ? 'horizontalrule' : name });
    })
    .join('');
}
