import { readReference } from '../../mapping/read-document.ts';
import { preview } from './preview.ts';
import type { CmsBox } from './cms-box.ts';

export const articleLink: CmsBox<'articleLink'> = {
  labels: { singular: 'Lenke til sak', plural: 'Lenke til sak' },
  position: 5,
  fields: () => [
    preview('ArticleCard', 'article'),
    { name: 'article', type: 'relationship', relationTo: 'articles', label: 'Sak', required: true },
  ],
  toModel: (fields) => {
    const article = readReference(fields['article']);
    return article === null ? null : { type: 'articleLink', article };
  },
};
