import { APIError, type CollectionConfig, type FlattenedField, type PayloadRequest } from 'payload';
import { text } from './text.ts';

/** What a query may ask at most. A stranger's are the public site's kind; the newsroom's lists ask for more. */
const limits = {
  stranger: { conditions: 20, depth: 4, sorts: 3, length: 500 },
  newsroom: { conditions: 300, depth: 10, sorts: 10, length: 5_000 },
} as const;

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A collection whose queries are measured before the database sees them, whichever way they came: too many
 * conditions, sort fields or long values, and paths into texts or across two documents, are refused with 400.
 */
export const withQueryLimits = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [
      ({ args, collection: { flattenedFields }, req }) => {
        // why: what an operation asks differs; these parts have the same names in all of them.
        if (req.payloadAPI === 'REST') assertQuery(args as Query, flattenedFields, req);
        return args;
      },
      ...(collection.hooks?.beforeOperation ?? []),
    ],
  },
});

interface Query {
  where?: unknown;
  sort?: unknown;
  disableErrors?: boolean;
}

function assertQuery(
  { where, sort, disableErrors }: Query,
  fields: readonly FlattenedField[],
  { user }: PayloadRequest,
): void {
  // Payload's own look-ups for populating are bounded by the document they serve.
  if (disableErrors === true) return;
  const most = user ? limits.newsroom : limits.stranger;
  const sorts = typeof sort === 'string' ? sort.split(',') : Array.isArray(sort) ? sort : [];
  const conditions = [...conditionsOf(where, most.depth)];
  const isTooMuch =
    conditions.length > most.conditions ||
    sorts.length > most.sorts ||
    conditions.some(({ value }) => lengthOf(value) > most.length);
  if (isTooMuch) throw new APIError(text.queryTooLarge, 400, null, true);
  if (user) return;
  const paths = [...conditions.map(({ path }) => path), ...sorts.map(String)];
  if (!paths.every((path) => isShallow(path.replace(/^-/, ''), fields)))
    throw new APIError(text.queryTooDeep, 400, null, true);
}

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
function isShallow(path: string, fields: readonly FlattenedField[], isNamed = false): boolean {
  const [name = '', ...rest] = path.split('.');
  const field = fields.find((each) => each.name === name);
  if (field === undefined) return true; // Payload refuses what is not there
  if (['richText', 'json', 'blocks', 'code'].includes(field.type)) return rest.length === 0;
  if ('flattenedFields' in field && 'fields' in field)
    return rest.length === 0 || isShallow(rest.join('.'), field.flattenedFields, isNamed);
  const isReference = field.type === 'relationship' || field.type === 'upload';
  return isReference ? !isNamed && rest.length <= 1 : rest.length === 0;
}
