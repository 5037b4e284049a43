'use client';
import type { InputHTMLAttributes } from 'react';
import panel from '../shared/Panel.module.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'type'> {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is to be known of it, below. */
  help?: string;
}

/** A line to be written in a dialogue of ours. */
export function LabelledInput({ id, label, help, onChange, ...input }: Props) {
  const helpId = `${id}-help`;
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        type="text"
        autoComplete="off"
        aria-describedby={help === undefined ? undefined : helpId}
        onChange={(event) => onChange(event.target.value)}
      />
      {help !== undefined && (
        <p id={helpId} className={panel['quiet']} role="status">
          {help}
        </p>
      )}
    </div>
  );
}
