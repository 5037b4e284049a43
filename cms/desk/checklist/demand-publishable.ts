import { ValidationError, type PayloadRequest } from 'payload';
import type { PayloadDocument } from '../../publish/convert/read-document.ts';
import { toDraftArticle } from '../../publish/to-article.ts';
import { checkArticle, missingDisclosures } from './check-article.ts';
import { gatherFacts } from './gather-facts.ts';

/**
 * The checklist at the moment of publishing: throws a ValidationError for what stops it, and returns the
 * organisations with those added that the text names and the publication has an interest in.
 */
export async function demandPublishable(
  req: PayloadRequest,
  document: PayloadDocument,
): Promise<{ organisations: string[] }> {
  const article = toDraftArticle({ ...document, id: document['id'] ?? 'new' });
  const facts = { ...(await gatherFacts(req.payload, article, req)), published: undefined };
  const errors = checkArticle(article, facts)
    .filter(({ level }) => level === 'stop')
    .map(({ sentence, field }) => ({ message: sentence, path: field }));
  if (errors.length > 0) throw new ValidationError({ collection: 'articles', errors }, req.t);
  const added = missingDisclosures(article, facts.interests).map(({ id }) => id);
  return { organisations: [...article.organisations, ...added] };
}
