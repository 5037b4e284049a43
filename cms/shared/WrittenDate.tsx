'use client';

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui';
import type { DateFieldClientProps } from 'payload';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { timeZone } from '../../content/model/time-zone.ts';
import { readTime, readWritten, rightWeekday, sayTime } from './read-time.ts';
import { text } from './text.ts';
import styles from './WrittenDate.module.css';

const words = text.dates;

interface Props extends DateFieldClientProps {
  /** Whether a day alone means its last minute: something holds until then. */
  isLastDay?: boolean;
  /** Whether it is about a day: no time of day is shown. */
  isDay?: boolean;
}

/**
 * A date field that is written as people write: day first, on Norway's clock. It says how it was read; what cannot be
 * read stays as it was typed, and nothing is published with it. (Payload's picker takes `01.11.2027` for 11 January.)
 */
export function WrittenDate({
  field,
  path,
  readOnly = false,
  isLastDay = false,
  isDay = false,
}: Props) {
  const [own, setTyped] = useState<string>();
  const validate = useCallback(
    (value: string | null | undefined) => {
      if (!value) return field.required === true ? words.missing : true;
      return isStored(value) || problemOf(value, isLastDay) || true;
    },
    [field.required, isLastDay],
  );
  const { disabled, setValue, showError, value } = useField<string | null>({ path, validate });
  // What nobody could read is the field's value, so that no save passes over it.
  const typed = own ?? (value && !isStored(value) ? value : undefined);
  const problem = typed === undefined ? undefined : problemOf(typed, isLastDay);
  const id = useId();
  const saved = value && isStored(value) ? new Date(value) : undefined;

  const latest = useRef({ own, value });
  useEffect(() => {
    const isNews = latest.current.value !== value;
    latest.current = { own, value };
    // What is typed is the field's value a moment later.
    if (!isNews || own === undefined || own === value) return;
    const at = readWritten(own, isLastDay)?.toISOString();
    if (at === value) return;
    // A draft was saved without it. It stays the field's value, or the next publication would pass it over.
    if (at === undefined && own.trim() !== '') setValue(own, true);
    // Set by somebody else, or by publishing.
    else setTyped(undefined);
  }, [isLastDay, own, setValue, value]);

  const change = (next: string) => {
    setTyped(next);
    const at = readWritten(next, isLastDay);
    if (at !== undefined) setValue(at.toISOString());
    else setValue(next.trim() === '' ? null : next);
  };
  const shown =
    typed ??
    (saved
      ? (isDay ? dayInForm : inForm)
          .format(saved)
          .replace(isLastDay ? /,? 23:59$/ : /,? 00:00$/, '')
          .replace(',', '')
      : '');
  return (
    <div className={`field-type date-time-field${showError || problem ? ' error' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={id}
          className={styles['input']}
          type="text"
          autoComplete="off"
          placeholder={isDay ? words.exampleDay : words.example}
          disabled={readOnly || disabled}
          aria-describedby={`${id}-read`}
          aria-invalid={problem !== undefined}
          value={shown}
          onChange={(event) => change(event.target.value)}
        />
      </div>
      <p id={`${id}-read`} className="field-description" role="status">
        {problem ?? (saved && typed !== undefined ? (isDay ? sayDay : sayTime)(saved) : '')}
      </p>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  );
}

/** As `Date` writes it, and nobody else. */
const isStored = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

/** Why what was typed is no date; undefined of what is one, or nothing. */
function problemOf(typed: string, isLastDay: boolean): string | undefined {
  if (typed.trim() === '' || readWritten(typed, isLastDay) !== undefined) return undefined;
  if (readTime(typed, new Date())?.isSkipped) return words.skipped;
  const weekday = rightWeekday(typed, new Date());
  return weekday === undefined ? words.unreadable : words.weekday(weekday);
}

const dayInForm = new Intl.DateTimeFormat('nb-NO', {
  ...{ timeZone, day: '2-digit', month: '2-digit', year: 'numeric' },
});
const longDay = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'full', timeZone });
const sayDay = (time: Date): string => longDay.format(time);

const inForm = new Intl.DateTimeFormat('nb-NO', {
  ...{ timeZone, day: '2-digit', month: '2-digit', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit' },
});
