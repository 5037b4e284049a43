'use client';
import { useFormFields } from '@payloadcms/ui';
import { text } from '../../text.ts';
import { whyNoAlert } from './why-no-alert.ts';

const words = text.articles;

/** Below the box: what it does, or why it is off by itself. */
export function AlertHelp() {
  const isOn = useFormFields(([fields]) => fields['sendAlert']?.value === true);
  const marking = useFormFields(([fields]) => fields['marking']?.value);
  const publishedAt = useFormFields(([fields]) => fields['publishedAt']?.value);
  const why = whyNoAlert({ marking, publishedAt });
  return (
    <p className="field-description">
      {isOn || why === undefined ? words.sendAlertHelp : words.noAlert[why]}
    </p>
  );
}
