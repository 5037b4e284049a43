'use client';
import { createClientFeature, useEditorConfigContext } from '@payloadcms/richtext-lexical/client';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { toast, useDocumentInfo, useTranslation } from '@payloadcms/ui';
import { createElement, useEffect, useState, type ReactNode } from 'react';
import { registerDirectSpeech } from './direct-speech.ts';
import { PastedPictures, type Asked } from './PastedPictures.tsx';
import { QuestionButton } from './QuestionButton.tsx';
import { $lastParts, $stillThere, findQuestions, makeQuestions } from './questions.ts';
import { registerLatestBody } from './register-latest-body.ts';
import { registerListLevels } from './list-levels.ts';
import { findByPlainLetters, registerKeys } from './plain-habits.ts';
import { registerBoxHistory } from './boxes/register-box-history.ts';
import { registerBoxes } from './boxes/register-boxes.ts';
import { useBoxesAtHand } from './boxes/use-boxes-at-hand.ts';
import { registerSlashRemains } from './slash-remains.ts';
import { registerTypography } from './register-typography.ts';
import { registerPaste } from './paste/register-paste.ts';
import { useLinks } from './use-links.ts';
import { useWritten } from './use-written.ts';
import { text } from './text.ts';

const longest = { duration: 15_000 };

/** How writing behaves in every text of the newsroom. */
function WritingPlugin(): ReactNode {
  const [editor] = useLexicalComposerContext();
  const [asked, setAsked] = useState<Asked>();
  const { id } = useDocumentInfo();
  const { editorConfig } = useEditorConfigContext();
  const { i18n } = useTranslation();
  useEffect(() => findByPlainLetters(editorConfig, i18n), [editorConfig, i18n]);
  useLinks(editor);
  useWritten(editor);
  useBoxesAtHand(editor);
  useEffect(
    () => (hasBoxes(editor) && id ? registerLatestBody(editor, String(id)) : undefined),
    [editor, id],
  );
  useEffect(() => registerDirectSpeech(editor), [editor]);
  useEffect(() => registerSlashRemains(editor), [editor]);
  useEffect(() => registerListLevels(editor), [editor]);
  useEffect(() => registerTypography(editor), [editor]);
  useEffect(() => registerKeys(editor), [editor]);
  useEffect(() => registerBoxes(editor), [editor]);
  useEffect(() => registerBoxHistory(editor), [editor]);
  useEffect(
    () =>
      registerPaste(editor, {
        tell: (left) => toast.warning(text.left(left), longest),
        pasted: (count) => offerQuestions(editor, count),
        ask: (files, after) => {
          if (hasBoxes(editor)) setAsked({ files, after });
          else toast.warning(text.pictures.dropped(files.length), longest);
        },
      }),
    [editor],
  );
  return hasBoxes(editor) ? createElement(PastedPictures, { editor, asked }) : null;
}

const hasBoxes = (editor: LexicalEditor) => editor._nodes.has('block');

/** Asked, not done: a text may look like an interview and be none. Within the update that put in so many parts. */
function offerQuestions(editor: LexicalEditor, count: number): void {
  const parts = $lastParts(count);
  const { length } = hasBoxes(editor) ? findQuestions(parts) : [];
  if (length === 0) return;
  const keys = parts.map((part) => part.getKey());
  const make = () => makeQuestions(editor, () => $stillThere(keys));
  const action = { label: text.questions.do, onClick: make };
  toast.message(text.questions.found(length), { ...longest, action });
}

export const WritingFeatureClient = createClientFeature({
  plugins: [{ Component: WritingPlugin, position: 'normal' }],
  toolbarInline: {
    groups: [
      {
        type: 'buttons',
        key: 'questions',
        order: 60,
        items: [{ key: 'questions', Component: QuestionButton }],
      },
    ],
  },
});
