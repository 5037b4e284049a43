import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';

export type BoxFields = Record<string, unknown>;
/** Lays fields into the form of a box that is drawn. False when they do not fit: it has other rows. */
export type TakeOver = (fields: BoxFields) => boolean;

/** Tag of an update that lays a box's form into the text, as it was typed. Payload does the same later, and is an echo. */
export const fromForm = 'box-form';

const forms = new WeakMap<LexicalEditor, Map<string, TakeOver>>();

/** The form of a box is drawn. Returns the end of it. */
export function tellBoxForm(editor: LexicalEditor, key: string, takeOver: TakeOver): () => void {
  const ofEditor = forms.get(editor) ?? new Map<string, TakeOver>();
  forms.set(editor, ofEditor.set(key, takeOver));
  return () => {
    if (ofEditor.get(key) === takeOver) ofEditor.delete(key);
  };
}

export const boxFormOf = (editor: LexicalEditor, key: string): TakeOver | undefined =>
  forms.get(editor)?.get(key);
