import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts, textBlock, textsText } from './rich-text.ts';

export const questionAnswer = defineBox({
  schema: z.strictObject({
    type: z.literal('questionAnswer'),
    question: z.string(),
    anchor: z.string(),
    answer: z.array(textBlock),
  }),
  sample: { type: 'questionAnswer', question: 'Hvorfor?', anchor: 'hvorfor', answer: [] },
  plainText: ({ question, answer }) => joinTexts([question, textsText(answer)]),
  texts: ({ answer }) => answer,
  withTexts: (box, answer) => ({ ...box, answer }),
  isSection: true,
});
