import { articlePath } from '../../../content/model/urls.ts';
import type { DocumentStore } from './document-store.ts';

/** Every public article's path and time of change, newest first; read when it is walked. */
export const mapArticles = (documents: DocumentStore) => ({
  *[Symbol.iterator]() {
    for (const id of documents.list('all')?.ids.toReversed() ?? []) {
      const article = documents.get('article', id)?.document;
      if (article) yield { path: articlePath(article.slug), modifiedAt: article.modifiedAt };
    }
  },
});
