import { authorPath } from '../../content/model/urls.ts';
import { linkRows } from '../shared/link-rows.ts';
import { hidePortrait, showPortrait } from '../media/show-media.ts';
import { assertUnused } from '../uses/assert-unused.ts';
import { text } from '../text.ts';
import { namedCollection } from '../named/named-collection.ts';

const words = text.authors;

export const Authors = namedCollection({
  slug: 'authors',
  labels: words,
  group: text.groups.people,
  toPath: authorPath,
  afterChange: [showPortrait],
  afterDelete: [hidePortrait],
  beforeDelete: [assertUnused('authors')],
  fields: [
    { name: 'role', type: 'text', label: words.role },
    { name: 'bio', type: 'textarea', label: words.bio },
    { name: 'photo', type: 'upload', relationTo: 'media', label: words.photo },
    linkRows('links', text.fields.links),
  ],
});
