import { dayFirst } from '../admin/field-habits.ts';
import { assertUnused } from '../uses/assert-unused.ts';
import { text } from '../text.ts';
import { namedCollection } from '../named/named-collection.ts';

const words = text.organisations;

export const Organisations = namedCollection({
  slug: 'organisations',
  labels: words,
  group: text.groups.people,
  beforeDelete: [assertUnused('organisations')],
  fields: [
    { name: 'about', type: 'textarea', label: words.about },
    { name: 'source', type: 'text', label: words.source },
    dayFirst({ name: 'checkedAt', type: 'date', label: words.checkedAt }),
    {
      name: 'interest',
      type: 'select',
      label: words.interest,
      required: true,
      defaultValue: 'none',
      options: Object.entries(words.interests).map(([value, label]) => ({ value, label })),
      admin: { isClearable: false },
    },
    {
      name: 'disclosure',
      type: 'textarea',
      label: words.disclosure,
      admin: {
        description: words.disclosureHelp,
        condition: (data) => data['interest'] !== 'none',
      },
    },
  ],
});
