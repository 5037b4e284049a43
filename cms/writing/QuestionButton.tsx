'use client';

import { $getSelection, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { $partsOf, makeQuestions } from './questions.ts';
import { text } from './text.ts';

/** Makes boxes of what is selected; there only while that is an interview. */
export function QuestionButton({ editor, enabled }: { editor: LexicalEditor; enabled?: boolean }) {
  if (enabled !== true) return null;
  const make = () => makeQuestions(editor, () => $partsOf($getSelection()));
  return (
    <button
      type="button"
      className="toolbar-popup__button"
      title={text.questions.make}
      aria-label={text.questions.make}
      // The selection would be gone with the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={make}
    >
      «?
    </button>
  );
}
