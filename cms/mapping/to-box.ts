import type { Block, TextBlock } from '../../content/model/blocks.ts';
import type { MakeAnchor } from './make-anchors.ts';
import {
  readOptionalText,
  readReference,
  readText,
  type PayloadDocument,
} from './read-document.ts';
import { text } from './text.ts';
import { UnpublishableError } from './unpublishable-error.ts';

interface BoxTools {
  makeAnchor: MakeAnchor;
  toTextBlocks: (richText: unknown) => TextBlock[];
}

/** A block from the editor's menu, from the fields of its node. Null while it has nothing to show. */
export function toBox(fields: PayloadDocument, tools: BoxTools): Block | null {
  switch (fields['blockType']) {
    case 'pullQuote':
      return toPullQuote(fields);
    case 'factBox':
      return toFactBox(fields, tools);
    case 'questionAnswer':
      return toQuestionAnswer(fields, tools);
    case 'image':
      return toImage(fields);
    case 'articleLink': {
      const article = readReference(fields['article']);
      return article === null ? null : { type: 'articleLink', article };
    }
    case 'newsletterSignup':
      return { type: 'newsletterSignup' };
    default:
      throw new UnpublishableError(
        `block ${String(fields['blockType'])}`,
        'unknown node in the body',
      );
  }
}

function toPullQuote(fields: PayloadDocument): Block | null {
  const quote = readText(fields['quote']);
  const attribution = readOptionalText(fields['attribution']);
  return quote === '' ? null : { type: 'pullQuote', quote, ...(attribution && { attribution }) };
}

function toFactBox(fields: PayloadDocument, { toTextBlocks }: BoxTools): Block | null {
  const title = readText(fields['title']);
  const content = toTextBlocks(fields['content']);
  if (title === '' && content.length === 0) return null;
  const source = readOptionalText(fields['source']);
  const organisation = readReference(fields['organisation']);
  return {
    type: 'factBox',
    title,
    content,
    ...(source && { source }),
    ...(organisation !== null && { organisation }),
  };
}

function toQuestionAnswer(fields: PayloadDocument, tools: BoxTools): Block | null {
  const question = readText(fields['question']);
  // The question's anchor comes first: headings inside the answer stand below it on the page.
  const anchor = tools.makeAnchor(question, text.anchor.question);
  const answer = tools.toTextBlocks(fields['answer']);
  if (question === '' && answer.length === 0) return null;
  return { type: 'questionAnswer', question, anchor, answer };
}

function toImage(fields: PayloadDocument): Block | null {
  const media = readReference(fields['media']);
  if (media === null) return null;
  const caption = readOptionalText(fields['caption']);
  const credit = readOptionalText(fields['credit']);
  return { type: 'image', media, ...(caption && { caption }), ...(credit && { credit }) };
}
