/** Whether a cell is a number, with what belongs to one: `12,5 %`, `1 200 kr`, `–3`, `..` for what is not known. */
export const isFigure = (cell: string): boolean =>
  /^[–−-]?\s?(kr\.?\s?)?[\d\s\u00a0.,]*\d[\d\s\u00a0.,]*(\s?(%|‰|kr\.?|mill\.?|mrd\.?|prosent))?$|^(\.\.?|–|-|:)?$/i.test(
    cell.trim(),
  );
