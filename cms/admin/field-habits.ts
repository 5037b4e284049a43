import { APIError, type CollapsibleField, type DateField, type Field } from 'payload';
import { readWritten } from '../shared/read-time.ts';
import { text } from '../shared/text.ts';

const words = text.dates;

/** Hooks of a field that a copy of the document begins without. */
export const startEmpty = { beforeDuplicate: [() => null] };

/** `isLastDay`: a day without a time of day is meant whole. `isDay`: the time of day means nothing. */
interface Reading {
  isLastDay?: boolean;
  isDay?: boolean;
}

/** Where a date is written. */
const written = (reading: Reading) => ({
  components: { Field: { path: '/shared/WrittenDate#WrittenDate', clientProps: reading } },
});

/**
 * A date field is written day first, in the admin and in a request, and says how it was read. What cannot be read is
 * refused and named; only while somebody writes a draft, which is saved whatever stands in it, the date stays what it was.
 */
export const dayFirst = (
  field: DateField,
  { isLastDay = false, isDay = false }: Reading = {},
): DateField => ({
  ...field,
  admin: { ...field.admin, ...written({ isLastDay, isDay }) },
  hooks: {
    ...field.hooks,
    beforeValidate: [
      ...(field.hooks?.beforeValidate ?? []),
      ({ previousValue, req, value }) => {
        if (isTime(value)) return undefined;
        const time = readWritten(value, isLastDay)?.toISOString();
        return (
          time ?? (String(req.query['autosave']) === 'true' ? (previousValue ?? null) : undefined)
        );
      },
    ],
    beforeChange: [
      ({ data, value }) => {
        // Payload asks the rules of no field of a draft.
        if (data?.['_status'] === 'draft' && !isTime(value))
          throw new APIError(words.unreadable, 400, null, true);
      },
      ...(field.hooks?.beforeChange ?? []),
    ],
  },
  validate: (value) => {
    if (!value) return field.required === true ? words.missing : true;
    return isTime(value) || words.unreadable;
  },
});

/** As stored: nothing, a moment, or ISO 8601. */
const isTime = (value: unknown): boolean =>
  !value ||
  value instanceof Date ||
  (typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T|$)/.test(value) && !isNaN(Date.parse(value)));

/** Settings that belong together, with a sentence on what they are for. */
export const settingsGroup = (
  { label, help }: { label: string; help: string },
  fields: Field[],
): CollapsibleField => ({ type: 'collapsible', label, admin: { description: help }, fields });
