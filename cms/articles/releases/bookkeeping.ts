/** Which state of the article a form was filled from. */
export const savedFromField = 'savedFrom';

/** What a save itself changes, and what the stamp of a release writes: nobody's text. */
export const bookkeeping: readonly string[] = [
  'id',
  'createdAt',
  'updatedAt',
  'published',
  'alert',
  'arrival',
  'isAlertChosen',
  'bodyUses',
  savedFromField,
];
