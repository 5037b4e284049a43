'use client';
import { FieldLabel, useField } from '@payloadcms/ui';
import type { JSONFieldClientComponent } from 'payload';
import { z } from 'zod';
import { deskText } from './text.ts';

const words = deskText.keptList;
const when = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'medium', timeStyle: 'short' });
/** Slugs of series, or what the provider told about a mail. */
const itemsSchema = z.array(
  z.union([z.string(), z.object({ type: z.string(), at: z.string() }).transform(toSentence)]),
);

/**
 * A list that the system keeps and people read. (Payload's own field for JSON is a code editor, which it
 * fetches from a third party.)
 */
export const KeptList: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path });
  const items = itemsSchema.safeParse(value ?? []).data ?? [];
  return (
    <div className="field-type">
      <FieldLabel label={field.label} path={path} />
      {items.length === 0 ? <p>{String(field.admin?.custom?.['none'])}</p> : null}
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
};

function toSentence({ type, at }: { type: string; at: string }): string {
  const time = new Date(at);
  const what = words.events[type] ?? type;
  return Number.isNaN(time.getTime()) ? what : `${what} ${when.format(time)}`;
}
