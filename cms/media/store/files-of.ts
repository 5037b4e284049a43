import { readGroup, readText, type PayloadDocument } from '../../mapping/read-document.ts';

/** The files of a picture: itself, and what is cut of it. */
export const filesOf = (row: PayloadDocument): string[] =>
  [
    row['filename'],
    ...Object.values(readGroup(row['sizes'])).map((size) => readGroup(size)['filename']),
  ]
    .map(readText)
    .filter(Boolean);
