const number = /[\d\s\u00a0.,]*\d[\d\s\u00a0.,]*/.source;
/** With the sign, the range and the unit that belong to it. */
const figure = new RegExp(
  `^[–−-]?\\s?(kr\\.?\\s?)?${number}([–-]${number})?([%‰]|\\p{L}{1,7}\\.?)?$`,
  'u',
);
/** For what is not known (Statistisk sentralbyrå, standardtegn i tabeller). */
const unknown = /^(\.{0,2}|[–:-])$/;

/** Whether a cell is a figure: `12,5 %`, `1 200 kr`, `–3`, `10–12 min`, `..`. */
export const isFigure = (cell: string): boolean =>
  figure.test(cell.trim()) || unknown.test(cell.trim());
