import type { Article } from '../../../content/model/article.ts';
import type { PayloadDocument } from '../../mapping/read-document.ts';
import { UnpublishableError } from '../../mapping/unpublishable-error.ts';
import { toDraftArticle } from '../../mapping/to-article.ts';

/** The draft as the site would read it; undefined when its body holds what no page can show. */
export function readDraft(document: PayloadDocument): Article | undefined {
  try {
    return toDraftArticle({ ...document, id: document['id'] ?? 'new' });
  } catch (error) {
    if (error instanceof UnpublishableError) return undefined;
    throw error;
  }
}
