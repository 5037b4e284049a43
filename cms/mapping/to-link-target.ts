import { fragment } from '../../content/model/blocks/rich-text.ts';
import { safeLink } from '../../content/model/safe-link.ts';
import { readReference, readGroup, readText, type PayloadDocument } from './read-document.ts';

/**
 * Where a Lexical link leads: an article by id, or a safe address. Null when it leads nowhere the site may
 * send a reader (scripts, data, protocol-relative or broken addresses): the text then stands without a link.
 */
export function toLinkTarget(
  fields: PayloadDocument,
): { article: string; fragment?: string } | { href: string } | null {
  if (fields['linkType'] === 'internal') {
    const target = toArticleTarget(fields['doc']);
    const place = fragment.safeParse(fields['fragment']).data;
    return target && (place === undefined ? target : { ...target, fragment: place });
  }
  const href = toSafeHref(fields['url']);
  return href === null ? null : { href };
}

/** The address when a link may lead there, mended; else null. */
export const toSafeHref = (value: unknown): string | null => safeLink(readText(value));

function toArticleTarget(value: unknown): { article: string } | null {
  const doc = readGroup(value);
  const article = doc['relationTo'] === 'articles' ? readReference(doc['value']) : null;
  return article === null ? null : { article };
}
