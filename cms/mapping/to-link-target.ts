import { safeHref } from '../../content/model/blocks/rich-text.ts';
import { readReference, readGroup, readText, type PayloadDocument } from './read-document.ts';

/**
 * Where a Lexical link leads: an article by id, or a safe address. Null when it leads nowhere the site may
 * send a reader (scripts, data, protocol-relative or broken addresses): the text then stands without a link.
 */
export function toLinkTarget(
  fields: PayloadDocument,
): { article: string } | { href: string } | null {
  if (fields['linkType'] === 'internal') return toArticleTarget(fields['doc']);
  const href = toSafeHref(fields['url']);
  return href === null ? null : { href };
}

/** The address when a link may lead there; `www.` gets the scheme its author left out. */
export function toSafeHref(value: unknown): string | null {
  const text = readText(value);
  const href = /^www\./i.test(text) ? `https://${text}` : text;
  // A browser reads a backslash as a slash: `/\example.com` would leave the site.
  if (/[\s\\]/.test(href) || !safeHref.safeParse(href).success) return null;
  return /^https?:/i.test(href) && !URL.canParse(href) ? null : href;
}

function toArticleTarget(value: unknown): { article: string } | null {
  const doc = readGroup(value);
  const article = doc['relationTo'] === 'articles' ? readReference(doc['value']) : null;
  return article === null ? null : { article };
}
