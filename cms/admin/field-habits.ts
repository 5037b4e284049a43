import type { CollapsibleField, Field } from 'payload';

/** Hooks of a field that a copy of the document begins without. */
export const startEmpty = { beforeDuplicate: [() => null] };

/** A date field is written day first, and says how it was read. */
export const writtenDate = {
  components: { Field: { path: '/shared/WrittenDate#WrittenDate' } },
} as const;

/** The same for the last day of something: a day without a time of day is meant whole. */
export const writtenLastDay = {
  components: { Field: { ...writtenDate.components.Field, clientProps: { isLastDay: true } } },
} as const;

/** Settings that belong together, with a sentence on what they are for. */
export const settingsGroup = (
  { label, help }: { label: string; help: string },
  fields: Field[],
): CollapsibleField => ({ type: 'collapsible', label, admin: { description: help }, fields });
