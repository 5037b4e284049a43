import type {
  CheckboxField,
  DateField,
  Field,
  JSONField,
  NumberField,
  SelectField,
  TextField,
} from 'payload';

/** Field makers for rows that the system writes and people only read. */

const readOnly = { admin: { readOnly: true } };

export const textField = (name: string, label: string, more: Partial<TextField> = {}) =>
  // why: the spread of a partial union member widens `hasMany`; these fields never have many.
  ({ name, label, type: 'text', ...readOnly, ...more }) as TextField;

export const timeField = (
  name: string,
  label: string,
  more: Partial<DateField> = {},
): DateField => ({
  name,
  label,
  type: 'date',
  admin: {
    readOnly: true,
    date: { displayFormat: 'd. MMM yyyy HH:mm', pickerAppearance: 'dayAndTime' },
  },
  ...more,
});

/** A list in a JSON column; `none` is said when it is empty. */
export const listField = (name: string, label: string, none: string): JSONField => ({
  name,
  label,
  type: 'json',
  admin: {
    readOnly: true,
    custom: { none },
    components: { Field: '/newsletter/admin/KeptList#KeptList' },
  },
});

export const countField = (name: string, label: string): NumberField => ({
  name,
  label,
  type: 'number',
  defaultValue: 0,
  ...readOnly,
});

export function choiceField<T extends string>(
  name: string,
  label: string,
  labels: Record<T, string>,
): SelectField {
  const options = Object.entries<string>(labels).map(([value, each]) => ({ value, label: each }));
  return { name, label, type: 'select', options, index: true, ...readOnly };
}

/** A column for the machinery only: not in the admin, not in REST answers. */
const hidden = <T extends Field | CheckboxField>(field: T): T => ({
  ...field,
  hidden: true,
});
export const hiddenText = (name: string, more: Partial<TextField> = {}) =>
  hidden(textField(name, name, more));
export const hiddenTime = (name: string, more: Partial<DateField> = {}) =>
  hidden(timeField(name, name, more));
export const hiddenNumber = (name: string, more: Partial<NumberField> = {}): NumberField => ({
  // why: as above, for number fields.
  ...({ name, type: 'number', hidden: true, ...more } as NumberField),
});

/** People may change the one named field; the system (which does not ask for access) all of them. */
export const lockAllBut = (open: string, fields: readonly Field[]): Field[] =>
  fields.map((field) =>
    'name' in field && field.name !== open
      ? // why: TypeScript cannot spread a union of field types back into the union.
        ({ ...field, access: { create: () => false, update: () => false } } as Field)
      : field,
  );

/** What is not known yet, or never will be, takes no room. Hidden columns stay as they are. */
export const shownWhenFilled = (fields: readonly Field[]): Field[] =>
  fields.map((field) =>
    'name' in field && field.type !== 'number' && !('hidden' in field && field.hidden)
      ? // why: as above.
        ({
          ...field,
          admin: { ...field.admin, condition: (row) => Boolean(row[field.name]) },
        } as Field)
      : field,
  );
