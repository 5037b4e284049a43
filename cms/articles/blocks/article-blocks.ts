import type { Block } from 'payload';
import { smallEditor } from '../fields/rich-text.ts';
import { text } from '../../text.ts';

/** The blocks of an article's body; their shapes on the site are in `content/model/blocks.ts`. */

const words = text.blocks;

const pullQuote: Block = {
  slug: 'pullQuote',
  labels: { singular: words.pullQuote, plural: words.many.pullQuote },
  fields: [
    { name: 'quote', type: 'textarea', label: words.quote, required: true },
    { name: 'attribution', type: 'text', label: words.attribution },
  ],
};

const factBox: Block = {
  slug: 'factBox',
  labels: { singular: words.factBox, plural: words.many.factBox },
  fields: [
    { name: 'title', type: 'text', label: text.articles.title, required: true },
    {
      name: 'content',
      type: 'richText',
      label: words.content,
      required: true,
      editor: smallEditor(),
    },
    { name: 'source', type: 'text', label: words.source },
    {
      name: 'organisation',
      type: 'relationship',
      relationTo: 'organisations',
      label: text.articles.organisation,
    },
  ],
};

const questionAnswer: Block = {
  slug: 'questionAnswer',
  labels: { singular: words.questionAnswer, plural: words.questionAnswer },
  fields: [
    { name: 'question', type: 'textarea', label: words.question, required: true },
    {
      name: 'answer',
      type: 'richText',
      label: words.answer,
      required: true,
      editor: smallEditor(),
    },
  ],
};

const image: Block = {
  slug: 'image',
  labels: { singular: words.image, plural: words.many.image },
  fields: [
    { name: 'media', type: 'upload', relationTo: 'media', label: words.image, required: true },
    { name: 'caption', type: 'text', label: text.media.caption },
    { name: 'credit', type: 'text', label: text.media.credit },
  ],
};

const articleLink: Block = {
  slug: 'articleLink',
  labels: { singular: words.articleLink, plural: words.articleLink },
  fields: [
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      label: words.article,
      required: true,
    },
  ],
};

const newsletterSignup: Block = {
  slug: 'newsletterSignup',
  labels: { singular: words.newsletterSignup, plural: words.newsletterSignup },
  fields: [],
};

/** A box has no name of its own: what it is called stands on it. */
export const articleBlocks: Block[] = [
  pullQuote,
  factBox,
  questionAnswer,
  image,
  articleLink,
  newsletterSignup,
].map((block) => ({ ...block, admin: { ...block.admin, disableBlockName: true } }));
