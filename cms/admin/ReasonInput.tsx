'use client';
import { TextareaInput } from '@payloadcms/ui';

interface Props {
  label: string;
  value: string;
  onChange: (reason: string) => void;
}

/** Why something is done that readers notice; it stands in the log. */
export const ReasonInput = ({ label, value, onChange }: Props) => (
  <TextareaInput
    path="reason"
    label={label}
    required
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
