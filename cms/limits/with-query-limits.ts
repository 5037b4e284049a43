import { APIError, type CollectionConfig, type FlattenedField } from 'payload';
import { text } from './text.ts';

/** What a query may ask at most. A stranger's are the public site's kind; the newsroom's lists ask for more. */
const limits = {
  stranger: { conditions: 20, depth: 4, sorts: 3, length: 500 },
  newsroom: { conditions: 300, depth: 10, sorts: 10, length: 5_000 },
} as const;
type Most = (typeof limits)[keyof typeof limits];
const page = { largest: 100, usual: 10, deepest: 2 };

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A collection whose queries are measured before the database sees them, whichever way they came: too many
 * conditions or sort fields, long names or values, and a stranger's paths into texts or across two documents, are refused with
 * 400. Strangers get pages of at most 100 documents, populated at most two levels deep.
 */
export const withQueryLimits = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [
      ({ args, collection: { flattenedFields }, operation, req }) => {
        const query = args as Query; // why: what an operation asks differs; these parts are alike in all of them
        // Payload's own look-ups for populating are bounded by the document they serve.
        if (req.payloadAPI !== 'REST' || query.disableErrors === true) return args;
        assertQuery(query, req.user ? limits.newsroom : limits.stranger);
        if (req.user) return args;
        assertShallow(query, flattenedFields);
        return operation === 'read' || operation === 'readDistinct'
          ? { ...args, ...pageOf(query) }
          : args;
      },
      ...(collection.hooks?.beforeOperation ?? []),
    ],
  },
});

/** A number of documents, or of a page; Payload's own look-ups say null. */
const isCount = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Math.abs(value) < 1e9);

interface Query {
  where?: unknown;
  page?: unknown;
  sort?: unknown;
  limit?: unknown;
  depth?: unknown;
  disableErrors?: boolean;
}

function assertQuery({ where, sort, page: number, limit }: Query, most: Most): void {
  const isCounted = [number, limit].every((each) => each === undefined || isCount(each));
  if (!isCounted || !(where === undefined || isFields(where)))
    throw new APIError(text.queryUnreadable, 400, null, true);
  const conditions = [...conditionsOf(where, most.depth)];
  const isTooMuch =
    conditions.length > most.conditions ||
    sortsOf(sort).length > most.sorts ||
    lengthOf(sort) > most.length ||
    conditions.some(({ path, value }) => path.length + lengthOf(value) > most.length);
  if (isTooMuch) throw new APIError(text.queryTooLarge, 400, null, true);
}

function assertShallow({ where, sort }: Query, fields: readonly FlattenedField[]): void {
  const conditions = [...conditionsOf(where, limits.stranger.depth)];
  const paths = [...conditions.map(({ path }) => path), ...sortsOf(sort)];
  if (!paths.every((path) => isShallow(path.replace(/^-/, ''), fields)))
    throw new APIError(text.queryTooDeep, 400, null, true);
  if (!conditions.every(({ path, value }) => isAnswerable(value, fieldOf(path, fields))))
    throw new APIError(text.queryUnreadable, 400, null, true);
}

const operators = new Set([
  ...['equals', 'not_equals', 'in', 'not_in', 'exists', 'like', 'not_like', 'contains'],
  ...['less_than', 'less_than_equal', 'greater_than', 'greater_than_equal'],
]);

/** Comparisons that both databases know, with values that are read as what the field holds. */
function isAnswerable(comparisons: unknown, field: FlattenedField | undefined): boolean {
  if (!isFields(comparisons)) return false;
  return Object.entries(comparisons).every(([operator, value]) => {
    if (!operators.has(operator)) return false;
    if (operator === 'exists') return typeof value !== 'object';
    const isOfMany = operator === 'in' || operator === 'not_in';
    if (Array.isArray(value) && !isOfMany) return false;
    const values = Array.isArray(value) ? value : isOfMany ? String(value).split(',') : [value];
    if (isOfMany && values.some((each) => each === null || each === 'null')) return false;
    const isPlain = values.every((each) => each === null || typeof each !== 'object');
    const isTime = field?.type !== 'date' || values.every((each) => isDate(each));
    return isPlain && isTime;
  });
}

const isDate = (value: unknown): boolean =>
  value === null || value === '' || !Number.isNaN(Date.parse(String(value)));

const fieldOf = (path: string, fields: readonly FlattenedField[]): FlattenedField | undefined =>
  fields.find(({ name }) => name === path);

const pageOf = ({ limit, depth }: Query) => ({
  pagination: true,
  limit: typeof limit === 'number' && limit > 0 ? Math.min(limit, page.largest) : page.usual,
  depth: typeof depth === 'number' ? Math.min(Math.max(depth, 0), page.deepest) : 1,
});

const sortsOf = (sort: unknown): string[] =>
  typeof sort === 'string' ? sort.split(',') : Array.isArray(sort) ? sort.map(String) : [];

interface Condition {
  path: string;
  value: unknown;
}

function* conditionsOf(where: unknown, depth: number): Generator<Condition> {
  if (!isFields(where)) return;
  if (depth < 0) throw new APIError(text.queryTooLarge, 400, null, true);
  for (const [path, value] of Object.entries(where)) {
    if (path.toLowerCase() !== 'and' && path.toLowerCase() !== 'or') {
      yield { path, value };
      continue;
    }
    const parts = Array.isArray(value) ? value : isFields(value) ? Object.values(value) : [];
    for (const part of parts) yield* conditionsOf(part, depth - 1);
  }
}

const lengthOf = (value: unknown): number => (JSON.stringify(value) ?? '').length;

/** A field of the document itself, or one of a document that it names; nothing within a text, nothing further away. */
function isShallow(path: string, fields: readonly FlattenedField[]): boolean {
  const [name = '', ...rest] = path.split('.');
  const field = fields.find((each) => each.name === name);
  if (field === undefined) return true; // Payload refuses what is not there
  if (['richText', 'json', 'blocks', 'code'].includes(field.type)) return rest.length === 0;
  if ('flattenedFields' in field && 'fields' in field)
    return rest.length === 0 || isShallow(rest.join('.'), field.flattenedFields);
  const isReference = field.type === 'relationship' || field.type === 'upload';
  return rest.length <= (isReference ? 1 : 0);
}
