/** One number is one, however it is grouped: 815 49 300, 815-49-300 and 81549300; 50.000 and 50 000. */

/** Between groups, the same throughout: any space, a point, a hyphen. */
const space = String.raw`\s`;
const point = String.raw`\.`;
const hyphen = String.raw`[\-\u2010-\u2013]`;
const year = String.raw`(?:19|20)\d\d`;

/** Eight figures in groups, and not two years or a day. */
const telephone = (gap: string) =>
  String.raw`(?!${year}${gap}(?:${year}|\d\d${gap})|\d\d${gap}\d\d${gap}${year})` +
  (gap === space ? '' : String.raw`(?!\d{4}${gap}\d{4})`) +
  String.raw`(?=(?:\d${gap}?){7}\d(?!${gap}?\d))\d{2,4}(?:${gap}\d{2,4})+`;
const account = (gap: string) => String.raw`\d{4}${gap}\d\d${gap}\d{5}|\d{6}${gap}\d{5}`;
const thousands = (gap: string) => String.raw`\d{1,3}(?:${gap}\d{3})+`;

const inGroups = [
  ...[space, point, hyphen].map(telephone),
  ...[space, point].map(account),
  ...[space, point, "[’']"].map(thousands),
].join('|');
const groupedNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\d[.,:/])(?:${inGroups})(?![\p{L}\p{N}]|[.:/]\d)`,
  'gu',
);
const isAmount = /^\d{1,3}(?:[^\d]\d{3})+$/;

/** In front of a Norwegian number of eight figures. */
const countryCode = /(?:\+|(?<!\d)00)47\s?(?=\d(?:[\s.-]?\d){7}(?!\d))/g;

const figures = (number: string) => number.replace(/\D/g, '');

/** A text with each number in one piece. */
export const inOneNumber = (text: string): string =>
  /\d/.test(text) ? text.replace(countryCode, '').replace(groupedNumber, figures) : text;

/** The numbers that stand in a text in groups, as they stand. */
export const groupedNumbers = (text: string): string[] => text.match(groupedNumber) ?? [];

/** The groups of numbers that are read group by group: 22 of 22 33 44 55, and nothing of 50 000. */
export const groupsOf = (text: string): string[] =>
  groupedNumbers(text).flatMap((number) =>
    isAmount.test(number) ? [] : (number.match(/\d+/g) ?? []),
  );
