import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts, textBlock, textsText } from './rich-text.ts';

export const factBox = defineBox({
  schema: z.strictObject({
    type: z.literal('factBox'),
    title: z.string(),
    content: z.array(textBlock),
    source: z.string().optional(),
    /** Id of an organisation: its facts and disclosure follow the box. */
    organisation: z.string().optional(),
  }),
  sample: { type: 'factBox', title: 'Fakta', content: [], source: 'SSB' },
  plainText: ({ title, content }) => joinTexts([title, textsText(content)]),
  texts: ({ content }) => content,
  withTexts: (box, content) => ({ ...box, content }),
  isSection: true,
  organisations: ({ organisation }) => (organisation === undefined ? [] : [organisation]),
});
