'use client';
import { FieldLabel, useField } from '@payloadcms/ui';
import type { JSONFieldClientComponent } from 'payload';
import { z } from 'zod';
import { eventMeanings } from '../store/states.ts';
import { text } from '../text.ts';
import { showTime } from './show-time.ts';
import { panelText } from './text.ts';

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
  const items = itemsSchema.safeParse(value ?? []).data ?? [JSON.stringify(value)];
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
  const meaning = eventMeanings[type] ?? 'none';
  const what = meaning === 'none' ? panelText.sent : text.deliveries.afterwardsStates[meaning];
  return `${what} ${showTime(at)}`;
}
