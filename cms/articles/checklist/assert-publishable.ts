import { ValidationError, type PayloadRequest } from 'payload';
import type { PayloadDocument } from '../../mapping/read-document.ts';
import { text } from '../../text.ts';
import { checkArticle, missingDisclosures } from './check-article.ts';
import { gatherFacts, noWarnings } from './gather-facts.ts';
import { readDraft } from './read-draft.ts';

/** What the fields' own validation says in the same words, together with what it finds in the boxes. */
const validated = new Set(['title', 'lead']);
const labels: Partial<Record<string, unknown>> = text.articles;

/**
 * The checklist at the moment of publishing: throws a ValidationError for what stops it, and returns the
 * organisations with those added that the text names and the publication has an interest in.
 */
export async function assertPublishable(
  req: PayloadRequest,
  document: PayloadDocument,
): Promise<{ organisations?: string[] }> {
  const article = readDraft(document);
  if (article === undefined) return {}; // the field's own validation refuses it
  const facts = { ...(await gatherFacts(req.payload, article, req)), ...noWarnings };
  const errors = checkArticle(article, facts)
    .filter(({ level, key }) => level === 'stop' && !validated.has(key))
    .map(({ sentence, field }) => ({
      message: sentence,
      path: field,
      label: String(labels[field] ?? ''),
    }));
  if (errors.length > 0) throw new ValidationError({ collection: 'articles', errors }, req.t);
  const added = missingDisclosures(article, facts.interests).map(({ id }) => id);
  return { organisations: [...article.organisations, ...added] };
}
