import type { Block } from '../../../content/model/blocks.ts';
import type { Media, Organisation } from '../../../content/model/documents.ts';
import { articlePath, newsletterPath } from '../../../content/model/urls.ts';
import { blocksToPlainText } from '../../../content/model/plain-text.ts';
import { escapeHtml } from '../../../content/model/markup.ts';
import type { TextContext } from '../text/inline-html.ts';
import { text } from '../text.ts';
import { textsHtml } from '../text/text-html.ts';
import { typeset } from '../typesetting/typography.ts';
import { pictureHtml } from './picture-html.ts';

/** What a body needs to be read far from the site: lookups, and addresses made absolute. */
export interface BodyContext extends TextContext {
  toAddress: (path: string) => string;
  media: (id: string) => Media | undefined;
  organisation: (id: string) => Organisation | undefined;
  /** A public article, for links between texts. */
  article: (id: string) => { slug: string; title: string } | undefined;
}

/**
 * An article's body as plain HTML, for feed readers. Every address is absolute. A pull quote that repeats
 * the text is left out: it would be read twice.
 */
export function bodyHtml(blocks: readonly Block[], context: BodyContext): string {
  const words = blocks.some(isPullQuote) ? blocksToPlainText(blocks) : '';
  return blocks
    .map((block) => {
      if (isPullQuote(block) && words.includes(block.quote.trim())) return '';
      return blockHtml(block, context);
    })
    .join('');
}

function blockHtml(block: Block, context: BodyContext): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'list':
    case 'rule':
      return textsHtml([block], context);
    case 'pullQuote': {
      const by = block.attribution ? `<footer>${escaped(block.attribution)}</footer>` : '';
      return `<blockquote><p>${escaped(block.quote)}</p>${by}</blockquote>`;
    }
    case 'factBox':
      return factBoxHtml(block, context);
    case 'questionAnswer':
      return `<h2>${escaped(block.question)}</h2>${textsHtml(block.answer, context)}`;
    case 'image': {
      const media = context.media(block.media);
      return media ? pictureHtml({ ...block, media, toAddress: context.toAddress }) : '';
    }
    case 'articleLink': {
      const article = context.article(block.article);
      if (!article) return '';
      const href = context.toAddress(articlePath(article.slug));
      const link = `<a href="${escapeHtml(href)}">${escaped(article.title)}</a>`;
      return `<p>${text.article.readAlso}: ${link}</p>`;
    }
    case 'newsletterSignup': {
      const href = escapeHtml(context.toAddress(newsletterPath));
      return `<p><a href="${href}">${text.feed.signup}</a></p>`;
    }
  }
}

const isPullQuote = (block: Block): block is Extract<Block, { type: 'pullQuote' }> =>
  block.type === 'pullQuote';

const escaped = (words: string) => escapeHtml(typeset(words));

function factBoxHtml(block: Extract<Block, { type: 'factBox' }>, context: BodyContext): string {
  const organisation =
    block.organisation === undefined ? undefined : context.organisation(block.organisation);
  const about = organisation?.about ? `<p>${escaped(organisation.about)}</p>` : '';
  const sources = [block.source, organisation?.source].flatMap((source) => source || []);
  const source =
    sources.length > 0 ? `<p>${text.article.source} ${sources.map(escaped).join(' · ')}</p>` : '';
  return `<aside><h2>${escaped(block.title)}</h2>${textsHtml(block.content, context)}${about}${source}</aside>`;
}
