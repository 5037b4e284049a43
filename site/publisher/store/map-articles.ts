import { articlePath } from '../../../content/model/urls.ts';
import type { DocumentStore } from './document-store.ts';

/** Every public article's path, time of change and picture, newest first; read when it is walked. */
export const mapArticles = (documents: DocumentStore) => ({
  *[Symbol.iterator]() {
    for (const id of documents.list('all')?.ids.toReversed() ?? []) {
      const article = documents.get('article', id)?.document;
      if (article === undefined) continue;
      const { slug, modifiedAt, hero } = article;
      const media = hero === null ? undefined : documents.get('media', hero)?.document;
      yield { path: articlePath(slug), modifiedAt, hero: media };
    }
  },
});
