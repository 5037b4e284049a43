import { z } from 'zod';

/** Running text: what may stand in an article, and inside its boxes. */

/** Links may lead to the web, a mail address, a phone or a place on this site; nothing else can run. */
export const safeHref = z.string().regex(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i);

/** Languages that a passage may be in, besides the publication's own: as BCP 47 names them. */
export const languages = ['nn', 'en', 'se', 'sv', 'da', 'de', 'fr'] as const;

const textNode = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  /** For ears and for hyphens (WCAG 3.1.2). */
  lang: z.enum(languages).optional(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
});

const lineBreak = z.strictObject({ type: z.literal('break') });

/** The id of an element, as an address names it. */
export const fragment = z.string().regex(/^[\p{L}\d_.:-]+$/u);

/** `href` is an outside or evergreen address; `article` is an id, so that the link survives a new slug. */
const link = z.strictObject({
  type: z.literal('link'),
  href: safeHref.optional(),
  article: z.string().optional(),
  /** A place in that article: the id of an element. */
  fragment: fragment.optional(),
  children: z.array(z.union([textNode, lineBreak])),
});

const inline = z.discriminatedUnion('type', [textNode, lineBreak, link]);

const paragraph = z.strictObject({ type: z.literal('paragraph'), children: z.array(inline) });

const heading = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  /** Anchor, unique within the article and stable while the text is. */
  anchor: z.string(),
  children: z.array(inline),
});

const quote = z.strictObject({ type: z.literal('quote'), children: z.array(inline) });
const rule = z.strictObject({ type: z.literal('rule') });

const list = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  start: z.number().int().optional(),
  get items() {
    return z.array(listItem);
  },
});

/** A list item's own line, and the lists nested under it. */
const listItem = z.strictObject({
  children: z.array(inline),
  get lists(): z.ZodArray<typeof list> {
    return z.array(list);
  },
});

/** No boxes in boxes: inside one stands running text only. */
export const textBlock = z.discriminatedUnion('type', [paragraph, heading, list, quote, rule]);

export type Inline = z.infer<typeof inline>;
export type LinkInline = Extract<Inline, { type: 'link' }>;
export type TextBlock = z.infer<typeof textBlock>;
export type ListBlock = z.infer<typeof list>;
export type ListItem = z.infer<typeof listItem>;

/** The text of a run of inline nodes, without marks. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      return node.type === 'break' ? ' ' : inlineText(node.children);
    })
    .join('');
}

/** The words of a stretch of running text. */
export const textsText = (blocks: readonly TextBlock[]): string => joinTexts(blocks.map(textText));

/** Paragraphs with an empty line between them; those without words are left out. */
export const joinTexts = (texts: readonly string[]): string =>
  texts.filter((text) => text !== '').join('\n\n');

function textText(block: TextBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return inlineText(block.children);
    case 'list':
      return listText(block);
    case 'rule':
      return '';
  }
}

function listText(list: ListBlock): string {
  return list.items
    .flatMap((item) => [inlineText(item.children), ...item.lists.map(listText)])
    .join('\n');
}

/** The links of a piece of running text. */
export function linksOfText(block: TextBlock): LinkInline[] {
  if (block.type === 'rule') return [];
  if (block.type !== 'list') return block.children.filter(isLink);
  return block.items.flatMap(({ children, lists }) => [
    ...children.filter(isLink),
    ...lists.flatMap(linksOfText),
  ]);
}

const isLink = (node: Inline) => node.type === 'link';
