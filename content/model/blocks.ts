import { z } from 'zod';

/**
 * The rich-text vocabulary of a published article: what the CMS may hand over and what the site, the
 * feeds and the letters must be able to render. A block that is not here cannot be published.
 */

/** Links may lead to the web, a mail address, a phone or a place on this site; nothing else can run. */
export const safeHref = z.string().regex(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i);

const textNode = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
});

const lineBreak = z.strictObject({ type: z.literal('break') });

/** `href` is an outside or evergreen address; `article` is an id, so that the link survives a new slug. */
const link = z.strictObject({
  type: z.literal('link'),
  href: safeHref.optional(),
  article: z.string().optional(),
  children: z.array(z.union([textNode, lineBreak])),
});

export const inline = z.discriminatedUnion('type', [textNode, lineBreak, link]);

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

const pullQuote = z.strictObject({
  type: z.literal('pullQuote'),
  quote: z.string(),
  attribution: z.string().optional(),
});

const image = z.strictObject({
  type: z.literal('image'),
  /** Id of a media document. */
  media: z.string(),
  caption: z.string().optional(),
  credit: z.string().optional(),
});

const articleLink = z.strictObject({ type: z.literal('articleLink'), article: z.string() });
const newsletterSignup = z.strictObject({ type: z.literal('newsletterSignup') });

/** What may stand inside a fact box or an answer: running text, no boxes in boxes. */
export const textBlock = z.discriminatedUnion('type', [paragraph, heading, list, quote, rule]);

const factBox = z.strictObject({
  type: z.literal('factBox'),
  title: z.string(),
  content: z.array(textBlock),
  source: z.string().optional(),
  /** Id of an organisation: its facts and disclosure follow the box. */
  organisation: z.string().optional(),
});

const questionAnswer = z.strictObject({
  type: z.literal('questionAnswer'),
  question: z.string(),
  anchor: z.string(),
  answer: z.array(textBlock),
});

export const block = z.discriminatedUnion('type', [
  paragraph,
  heading,
  list,
  quote,
  rule,
  pullQuote,
  factBox,
  questionAnswer,
  image,
  articleLink,
  newsletterSignup,
]);

export type Inline = z.infer<typeof inline>;
export type TextBlock = z.infer<typeof textBlock>;
export type Block = z.infer<typeof block>;
export type ListBlock = z.infer<typeof list>;
export type ListItem = z.infer<typeof listItem>;

/** The block types an editor inserts from the menu, in the order of the contract. */
export const editorBlockTypes = [
  'pullQuote',
  'factBox',
  'questionAnswer',
  'image',
  'articleLink',
  'newsletterSignup',
] as const;
