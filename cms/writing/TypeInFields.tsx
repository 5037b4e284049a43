'use client';
import { useEffect, type ReactNode } from 'react';
import { setTypography } from './set-typography.ts';

/** Texts that readers read; not addresses, passwords, searches or what has a form of its own. */
const written = '.field-type.text input[type="text"], .field-type.textarea textarea';
const exact = /(slug|url|link|email|password|address|code|number)/i;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What was set just now, and how it was typed: one Backspace brings that back. */
interface Last {
  field: Field;
  at: number;
  inserted: string;
  typed: string;
}

/** Norwegian typography in titles, ingresses and captions, as `registerTypography` sets it in running text. */
export function TypeInFields({ children }: { children: ReactNode }) {
  useEffect(() => {
    let last: Last | undefined;
    const listen = (event: InputEvent) => {
      const field = fieldOf(event.target);
      const undone = last;
      last = undefined;
      if (field === undefined || field.selectionStart !== field.selectionEnd) return;
      const at = field.selectionStart ?? 0;
      if (event.inputType === 'deleteContentBackward') {
        if (undone?.field !== field || undone.at !== at) return;
        replace(event, field, { from: at - undone.inserted.length, to: at, text: undone.typed });
        return;
      }
      if (event.inputType !== 'insertText' || event.isComposing || event.data?.length !== 1) return;
      const before = field.value.slice(0, at);
      const setting = setTypography(before.split('\n').at(-1) ?? '', event.data);
      if (setting === null) return;
      const from = at - setting.remove;
      replace(event, field, { from, to: at, text: setting.insert });
      const typed = before.slice(from) + event.data;
      last = { field, at: from + setting.insert.length, inserted: setting.insert, typed };
    };
    document.addEventListener('beforeinput', listen);
    return () => document.removeEventListener('beforeinput', listen);
  }, []);
  return children;
}

function fieldOf(target: EventTarget | null): Field | undefined {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isText && target.matches(written) && !exact.test(target.name) ? target : undefined;
}

/** As if it was typed: the browser's own undo knows it, and React hears of it. */
function replace(
  event: InputEvent,
  field: Field,
  { from, to, text }: { from: number; to: number; text: string },
): void {
  event.preventDefault();
  field.setSelectionRange(from, to);
  document.execCommand('insertText', false, text);
}
