import { seriesPath } from '../../content/model/urls.ts';
import { text } from '../text.ts';
import { namedCollection } from '../named/named-collection.ts';

export const Series = namedCollection({
  slug: 'series',
  labels: text.series,
  group: text.groups.editorial,
  toPath: seriesPath,
  fields: [{ name: 'description', type: 'textarea', label: text.fields.description }],
});
