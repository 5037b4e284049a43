'use client';
import { createClientFeature } from '@payloadcms/richtext-lexical/client';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { toast } from '@payloadcms/ui';
import { useEffect } from 'react';
import { registerDirectSpeech } from './direct-speech.ts';
import { registerBoxes } from './register-boxes.ts';
import { registerTypography } from './register-typography.ts';
import { registerPaste } from './paste/register-paste.ts';
import { text } from './text.ts';

/** How writing behaves in every text of the newsroom. */
function WritingPlugin(): null {
  const [editor] = useLexicalComposerContext();
  useEffect(() => registerDirectSpeech(editor), [editor]);
  useEffect(() => registerTypography(editor), [editor]);
  useEffect(() => registerBoxes(editor), [editor]);
  useEffect(
    () => registerPaste(editor, (left) => toast.warning(text.left(left), { duration: 15_000 })),
    [editor],
  );
  return null;
}

export const WritingFeatureClient = createClientFeature({
  plugins: [{ Component: WritingPlugin, position: 'normal' }],
});
