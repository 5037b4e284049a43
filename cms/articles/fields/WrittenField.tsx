'use client';

import { FieldError, useField } from '@payloadcms/ui';
import type { TextFieldClientProps } from 'payload';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { LengthHelp } from '../checklist/LengthHelp.tsx';

interface Props extends Pick<TextFieldClientProps, 'field' | 'readOnly'> {
  path: 'title' | 'lead';
  help: string;
  /** Where Enter and the arrows lead, as a selector. */
  before?: string;
  after: string;
}

/**
 * A title or an ingress, written where it stands on the page: as large, as wide, and as many lines as it takes. It is
 * one paragraph; Enter leads on to what comes after it.
 */
export function WrittenField({ path, field, help, before, after, readOnly = false }: Props) {
  const { disabled, setValue, showError, value } = useField<string>({ path });
  const area = useRef<HTMLTextAreaElement>(null);
  const text = value ?? '';
  const label = typeof field.label === 'string' ? field.label : path;

  useLayoutEffect(() => {
    const { current } = area;
    // Where the browser does not do it (`field-sizing`).
    if (current === null || CSS.supports('field-sizing', 'content')) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [text]);

  const isDisabled = readOnly || disabled;
  useEffect(() => {
    // A new article begins with its title, as soon as the form can be written in.
    const { current } = area;
    const isFirst = before === undefined && current?.value === '';
    const isBusy = document.activeElement?.matches('input, textarea, [contenteditable]') ?? false;
    if (isFirst && !isDisabled && !isBusy) current.focus();
  }, [before, isDisabled]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const isAtEnd = selectionStart === text.length;
    const isAtStart = selectionEnd === 0;
    const leadsOn = event.key === 'Enter' || (event.key === 'ArrowDown' && isAtEnd);
    const leadsBack = event.key === 'ArrowUp' && isAtStart;
    const goal = leadsOn ? after : leadsBack ? before : undefined;
    if (goal === undefined) return;
    event.preventDefault();
    document.querySelector<HTMLElement>(goal)?.focus();
  };

  return (
    <div className={`field-type textarea written written--${path}${showError ? ' error' : ''}`}>
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <textarea
          ref={area}
          id={`field-${path}`}
          name={path}
          lang="nb"
          rows={1}
          aria-label={label}
          aria-invalid={showError}
          placeholder={label}
          disabled={isDisabled}
          value={text}
          onChange={(event) => setValue(event.target.value.replace(/\s*\n+\s*/g, ' '))}
          onKeyDown={onKeyDown}
        />
      </div>
      <LengthHelp path={path} help={help} />
    </div>
  );
}
