/** Hooks of a field that a copy of the document begins without. */
export const startEmpty = { beforeDuplicate: [() => null] };

/** A date field's picker: Norwegian, to the minute. */
export const dayAndTime = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'd. MMM yyyy HH:mm',
  timeFormat: 'HH:mm',
} as const;
