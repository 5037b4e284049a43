'use client';

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui';
import type { DateFieldClientProps } from 'payload';
import { useCallback, useEffect, useId, useState } from 'react';
import { timeZone } from '../../content/model/time-zone.ts';
import { readTime, sayTime } from './read-time.ts';
import { text } from './text.ts';
import styles from './WrittenDate.module.css';

const words = text.dates;

interface Props extends DateFieldClientProps {
  /** Whether a day alone means its last minute: something holds until then. */
  isLastDay?: boolean;
}

/**
 * A date field that is written as people write: day first, on Norway's clock. It says how it was read; what cannot be
 * read stays as it was typed, and nothing is published with it. (Payload's picker takes `01.11.2027` for 11 January.)
 */
export function WrittenDate({ field, path, readOnly = false, isLastDay = false }: Props) {
  const [typed, setTyped] = useState<string>();
  const isUnread = typed !== undefined && typed.trim() !== '' && !read(typed, isLastDay);
  const why = readTime(typed ?? '', new Date())?.isSkipped ? words.skipped : words.unreadable;
  const validate = useCallback(
    (value: unknown) => {
      if (isUnread) return why;
      return value || field.required !== true ? true : words.missing;
    },
    [field.required, isUnread, why],
  );
  const { disabled, setValue, showError, value } = useField<string | null>({ path, validate });
  const id = useId();
  const saved = value ? new Date(value) : undefined;

  useEffect(() => {
    // Set by somebody else, or by publishing.
    const isSame = (before: string) => (read(before, isLastDay)?.toISOString() ?? value) === value;
    setTyped((before) => (before !== undefined && isSame(before) ? before : undefined));
  }, [isLastDay, value]);

  const change = (next: string) => {
    setTyped(next);
    const at = read(next, isLastDay);
    if (at !== undefined) setValue(at.toISOString());
    else if (next.trim() === '') setValue(null);
  };
  const shown =
    typed ??
    (saved
      ? inForm
          .format(saved)
          .replace(isLastDay ? /,? 23:59$/ : /,? 00:00$/, '')
          .replace(',', '')
      : '');
  return (
    <div className={`field-type date-time-field${showError || isUnread ? ' error' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={id}
          className={styles['input']}
          type="text"
          autoComplete="off"
          placeholder={words.example}
          disabled={readOnly || disabled}
          aria-describedby={`${id}-read`}
          aria-invalid={isUnread}
          value={shown}
          onChange={(event) => change(event.target.value)}
        />
      </div>
      <p id={`${id}-read`} className="field-description" role="status">
        {isUnread ? why : saved && typed !== undefined ? sayTime(saved) : ''}
      </p>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  );
}

function read(typed: string, isLastDay: boolean): Date | undefined {
  const written = readTime(typed, new Date());
  if (written?.isSkipped) return undefined;
  const isWhole = isLastDay && written?.hasClock === false;
  return isWhole ? readTime(`${typed} kl. 23.59`, new Date())?.at : written?.at;
}

const inForm = new Intl.DateTimeFormat('nb-NO', {
  ...{ timeZone, day: '2-digit', month: '2-digit', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit' },
});
