import { readOptionalText, readReference, readText } from '../../mapping/read-document.ts';
import { text } from '../../text.ts';
import type { CmsBox } from './cms-box.ts';

export const factBox: CmsBox<'factBox'> = {
  labels: { singular: 'Faktaboks', plural: 'Faktabokser' },
  position: 2,
  fields: ({ runningText }) => [
    { name: 'title', type: 'text', label: text.articles.title, required: true },
    { name: 'content', type: 'richText', label: 'Innhold', required: true, editor: runningText },
    { name: 'source', type: 'text', label: 'Kilde' },
    {
      name: 'organisation',
      type: 'relationship',
      relationTo: 'organisations',
      label: text.articles.organisation,
    },
  ],
  toModel: (fields, { toTextBlocks }) => {
    const title = readText(fields['title']);
    const content = toTextBlocks(fields['content']);
    if (title === '' && content.length === 0) return null;
    const source = readOptionalText(fields['source']);
    const organisation = readReference(fields['organisation']);
    return {
      type: 'factBox',
      title,
      content,
      ...(source && { source }),
      ...(organisation !== null && { organisation }),
    };
  },
};
