import { readText } from '../../mapping/read-document.ts';
import { text } from '../../mapping/text.ts';
import type { CmsBox } from './cms-box.ts';

export const questionAnswer: CmsBox<'questionAnswer'> = {
  labels: { singular: 'Spørsmål og svar', plural: 'Spørsmål og svar' },
  position: 3,
  fields: ({ runningText }) => [
    { name: 'question', type: 'textarea', label: 'Spørsmål', required: true },
    { name: 'answer', type: 'richText', label: 'Svar', required: true, editor: runningText },
  ],
  toModel: (fields, { makeAnchor, toTextBlocks }) => {
    const question = readText(fields['question']);
    // The question's anchor comes first: headings inside the answer stand below it on the page.
    const anchor = makeAnchor(question, text.anchor.question);
    const answer = toTextBlocks(fields['answer']);
    if (question === '' && answer.length === 0) return null;
    return { type: 'questionAnswer', question, anchor, answer };
  },
};
