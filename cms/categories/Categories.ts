import { categoryPath } from '../../content/model/urls.ts';
import { text } from '../text.ts';
import { assertUnused } from '../uses/assert-unused.ts';
import { namedCollection } from '../named/named-collection.ts';

export const Categories = namedCollection({
  slug: 'categories',
  labels: text.categories,
  group: text.groups.editorial,
  toPath: categoryPath,
  fields: [{ name: 'description', type: 'textarea', label: text.fields.description }],
  beforeDelete: [assertUnused('categories')],
});
