/** Hooks of a field that a copy of the document begins without. */
export const startEmpty = { beforeDuplicate: [() => null] };

/** A date field is written day first, and says how it was read. */
export const writtenDate = {
  components: { Field: '/shared/WrittenDate#WrittenDate' },
} as const;
