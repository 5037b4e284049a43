/** Figures as an editor writes them, as they are drawn. */
export interface ChartData {
  /** What the columns are called; none of them when the first row is figures already. */
  series: string[];
  points: { label: string; values: number[] }[];
}

/** What is wrong with the figures; `at` is a cell of the table, or the label of a row. */
export interface ChartProblem {
  problem: 'empty' | 'few' | 'notNumber' | 'tooManySeries' | 'tooMany' | 'negative' | 'tooMuch';
  at: string;
  sum?: number;
}

export type ChartKind = 'bars' | 'lines' | 'shares';

const mostSeries = 6;
const most: Record<ChartKind, number> = { bars: 40, lines: 400, shares: 20 };
/** What rounding can make of parts that are a whole. */
const mostPercent = 101.5;

/**
 * Reads rows of which the first column says what each is about. A first row without a figure, or with years, says what the columns are. Shares
 * in per cent that are more than a whole are refused, and so is whatever could only be drawn as something else.
 */
export function readChart(
  rows: readonly (readonly string[])[],
  kind: ChartKind,
  unit = '',
): ChartData | ChartProblem {
  const [first] = rows;
  if (first === undefined || first.length < 2) return { problem: 'empty', at: '' };
  const hasHeader = isHeader(first);
  const series = hasHeader ? first.slice(1) : [];
  if (first.length - 1 > mostSeries) return { problem: 'tooManySeries', at: String(mostSeries) };
  const points: ChartData['points'] = [];
  for (const [label = '', ...cells] of hasHeader ? rows.slice(1) : rows) {
    const values = cells.map(readNumber);
    const wrong = values.indexOf(undefined);
    if (wrong !== -1) return { problem: 'notNumber', at: cells[wrong] || label };
    points.push({ label, values: values.filter((value) => value !== undefined) });
  }
  if (points.length === 0) return { problem: 'empty', at: '' };
  if (kind === 'lines' && points.length < 2) return { problem: 'few', at: '' };
  if (points.length > most[kind]) return { problem: 'tooMany', at: String(most[kind]) };
  if (kind === 'shares') {
    const negative = points.find(({ values }) => values.some((value) => value < 0));
    if (negative) return { problem: 'negative', at: negative.label };
    const over = points.find((point) => isPercent(unit) && sumOf(point.values) > mostPercent);
    if (over) return { problem: 'tooMuch', at: over.label, sum: sumOf(over.values) };
  }
  return { series, points };
}

/** Its corner is empty, or what follows is words or years. */
export function isHeader([corner = '', ...cells]: readonly string[]): boolean {
  if (corner.trim() === '') return true;
  const isYear = (cell: string) => /^(18|19|20|21)\d\d$/.test(cell.trim());
  return cells.every((cell) => readNumber(cell) === undefined) || cells.every(isYear);
}

export const isPercent = (unit: string): boolean => /^(%|prosent)$/i.test(unit.trim());
export const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0);

/** «12,5», «1 200», «1.200», «−3», «45 %», «12.5»; undefined when it is no figure. */
export function readNumber(cell: string): number | undefined {
  const bare = cell
    .replace(/(%|prosent|kr)\.?$/i, '')
    .replaceAll(/\s/g, '')
    .replace(/^[−–]/, '-');
  const plain = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replaceAll('.', '') : bare;
  const value = /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
