import { diff3Merge } from 'node-diff3';
import { isAlike } from './is-alike.ts';

type Fields = Record<string, unknown>;
type Row = Fields & { id: string };

/** What both began with, and what each made of it. */
interface Three {
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/**
 * Two values that were one as one again: of fields and of rows of a list each as whoever changed it left it. Undefined
 * where both changed the same, or one what the other took away.
 */
export function mergeValues({ base, mine, theirs }: Three): { value: unknown } | undefined {
  if (isAlike(theirs, base) || isAlike(mine, theirs)) return { value: mine };
  if (isAlike(mine, base)) return { value: theirs };
  if (isRows(base) && isRows(mine) && isRows(theirs)) return mergeRows({ base, mine, theirs });
  if (isFields(base) && isFields(mine) && isFields(theirs))
    return mergeFields({ base, mine, theirs });
  return undefined;
}

function mergeFields({ base, mine, theirs }: Record<keyof Three, Fields>) {
  const value: Fields = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const merged = mergeValues({ base: base[name], mine: mine[name], theirs: theirs[name] });
    if (merged === undefined) return undefined;
    value[name] = merged.value;
  }
  return { value };
}

/** Their order by their ids, as lines of a text are merged; each row by itself. */
function mergeRows({ base, mine, theirs }: Record<keyof Three, Row[]>) {
  const ids = (rows: Row[]) => rows.map(({ id }) => id);
  const order: string[] = [];
  for (const region of diff3Merge(ids(mine), ids(base), ids(theirs))) {
    if (region.ok === undefined) return undefined;
    order.push(...region.ok);
  }
  const find = (rows: Row[], id: string) => rows.find((row) => row.id === id);
  const value: unknown[] = [];
  for (const id of new Set([...order, ...ids(base)])) {
    const [was, here, there] = [base, mine, theirs].map((rows) => find(rows, id));
    const isKept = order.includes(id);
    // Whoever took a row away knew it as it was.
    if (!isKept && was !== undefined && [here, there].some((row) => row && !isAlike(row, was)))
      return undefined;
    if (!isKept) continue;
    const merged =
      here === undefined || there === undefined
        ? { value: here ?? there }
        : mergeValues({ base: was, mine: here, theirs: there });
    if (merged === undefined) return undefined;
    value.push(merged.value);
  }
  return { value };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.every((row) => isFields(row) && typeof row['id'] === 'string');
