'use client';

import { $getSelection, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useEffect, useState } from 'react';
import { $partsOf, findQuestions, makeQuestions } from './questions.ts';
import { text } from './text.ts';

/** Makes boxes of what is selected; there only while that is an interview. (Payload tells a component of its toolbar nothing of that.) */
export function QuestionButton({ editor }: { editor: LexicalEditor }) {
  const [isInterview, setIsInterview] = useState(false);
  useEffect(() => {
    const look = () => setIsInterview(editor.read(() => isSelected(editor)));
    look();
    return editor.registerUpdateListener(look);
  }, [editor]);
  if (!isInterview) return null;
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

/** Boxes stand in the body of an article, and not in each other. */
const isSelected = (editor: LexicalEditor): boolean =>
  editor._nodes.has('block') && findQuestions($partsOf($getSelection())).length > 0;
