import type { Inline } from '../../../content/model/blocks/rich-text.ts';
import { articlePath } from '../../../content/model/urls.ts';
import { escapeHtml } from '../../../content/model/markup.ts';
import { withJoints, type Joints } from './mark-joints.ts';
import { typesetInline } from '../../../content/model/typography.ts';

/** What a text needs to know of its surroundings to be printed as HTML. */
export interface TextContext {
  /** Slug of a public article; undefined when it is not public. */
  slugOf: (articleId: string) => string | undefined;
  /** Links in paid content carry `rel="sponsored"`. */
  isPaid: boolean;
  /** Set on pages: where long words may be broken. */
  joints?: Joints | undefined;
  /** Makes a path of this site absolute, where the text is read elsewhere. */
  toAddress?: (path: string) => string;
  /** Address of the text's own page, where the text is read elsewhere: places in it are there. */
  page?: string;
}

/** Texts without links look the same on every page, and in every feed. */
const plainTexts = {
  page: new WeakMap<readonly Inline[], string>(),
  feed: new WeakMap<readonly Inline[], string>(),
};

/** Inline nodes as HTML, typeset and escaped. A link to an article that is not public is plain words. */
export function inlineHtml(nodes: readonly Inline[], context: TextContext): string {
  const plain = context.joints === undefined ? plainTexts.feed : plainTexts.page;
  const known = plain.get(nodes);
  if (known !== undefined) return known;
  const html = typesetInline(nodes)
    .map((node) => nodeHtml(node, context))
    .join('');
  if (!nodes.some(({ type }) => type === 'link')) plain.set(nodes, html);
  return html;
}

function nodeHtml(node: Inline, context: TextContext): string {
  if (node.type === 'break') return '<br>';
  if (node.type === 'link') return linkHtml(node, context);
  let html = withJoints(node.text, node.lang ? undefined : context.joints);
  if (node.italic) html = `<em>${html}</em>`;
  if (node.bold) html = `<strong>${html}</strong>`;
  if (node.lang) html = `<span lang="${node.lang}">${html}</span>`;
  return html;
}

function linkHtml(link: Extract<Inline, { type: 'link' }>, context: TextContext): string {
  const words = link.children.map((child) => nodeHtml(child, context)).join('');
  const href = hrefOf(link, context);
  if (href === undefined) return words;
  const rel = context.isPaid && /^https?:/i.test(href) && link.href ? ' rel="sponsored"' : '';
  return `<a href="${escapeHtml(href)}"${rel}>${words}</a>`;
}

function hrefOf(
  link: Extract<Inline, { type: 'link' }>,
  { slugOf, toAddress = (path) => path, page = '' }: TextContext,
): string | undefined {
  if (link.article !== undefined) {
    const slug = slugOf(link.article);
    const place = link.fragment === undefined ? '' : `#${link.fragment}`;
    return slug === undefined ? undefined : toAddress(articlePath(slug)) + place;
  }
  if (link.href?.startsWith('#')) return page + link.href;
  return link.href?.startsWith('/') ? toAddress(link.href) : link.href;
}
