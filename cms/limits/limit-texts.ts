import { isDeepStrictEqual } from 'node:util';
import {
  ValidationError,
  type CollectionConfig,
  type Field,
  type GlobalConfig,
  type PayloadRequest,
} from 'payload';
import { text } from './text.ts';

/**
 * In characters; a value that is no text is measured as JSON. Several values of one field may have ten
 * times as much together.
 * Payload does not validate drafts, not even that a choice is one: here everything is measured.
 */
const longest: Partial<Record<Field['type'], number>> = {
  textarea: 20_000,
  richText: 3_500_000,
  code: 20_000,
  json: 1_000_000,
};
const longestOfOthers = 2_000;
const mostRows = 1_000;
/** These hold fields that have limits of their own. */
const isHolder = ({ type }: Field) => type === 'array' || type === 'group' || type === 'blocks';

interface Problem {
  path: string;
  label: string;
  message: string;
}

type Fields = Record<string, unknown>;

/** A collection that takes no text, list or rich text beyond its limit: a field's own `maxLength`, else that of its kind. */
export const withTextLimits = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeValidate: [
      assertLimits({ collection: collection.slug }, collection.fields),
      ...(collection.hooks?.beforeValidate ?? []),
    ],
  },
});

/** The same for a global. */
export const withGlobalTextLimits = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    beforeValidate: [
      assertLimits({ global: global.slug }, global.fields),
      ...(global.hooks?.beforeValidate ?? []),
    ],
  },
});

/** What stood there before is not refused: a text that is older than its limit can be kept, and taken off the site. */
function changedIn(data: unknown, before: unknown): Fields {
  if (!isFields(data)) return {};
  if (!isFields(before)) return data;
  const isChanged = ([name, value]: [string, unknown]) => !isDeepStrictEqual(value, before[name]);
  return Object.fromEntries(Object.entries(data).filter(isChanged));
}

/** A hook that fits both: Payload hands the same to it. */
const assertLimits =
  (of: { collection?: string; global?: string }, fields: Field[]) =>
  ({ data, originalDoc, req }: { data?: unknown; originalDoc?: unknown; req: PayloadRequest }) => {
    const errors = findTooLong(changedIn(data, originalDoc), fields);
    if (errors.length > 0) throw new ValidationError({ ...of, errors }, req.t);
  };

/** What is too long, with its path and a sentence. */
function findTooLong(data: Fields, fields: readonly Field[], prefix = ''): Problem[] {
  return fields.flatMap((field): Problem[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab
          ? findInside(data[tab.name], tab.fields, `${prefix}${tab.name}.`)
          : findTooLong(data, tab.fields, prefix),
      );
    if (!('name' in field) || field.name === undefined)
      return 'fields' in field ? findTooLong(data, field.fields, prefix) : [];
    const value = data[field.name];
    const path = prefix + field.name;
    const problem = (message: string): Problem => ({ path, label: labelOf(field), message });
    const most = mostOf(field);
    if (!isHolder(field) && isTooLong(value, most)) return [problem(text.tooLong(most))];
    if (Array.isArray(value) && value.length > mostRows) return [problem(text.tooMany(mostRows))];
    if (field.type === 'group') return findInside(value, field.fields, `${path}.`);
    if (field.type !== 'array' || !Array.isArray(value)) return [];
    return value.flatMap((row, n) => findInside(row, field.fields, `${path}.${String(n)}.`));
  });
}

const findInside = (value: unknown, fields: readonly Field[], prefix: string): Problem[] =>
  isFields(value) ? findTooLong(value, fields, prefix) : [];

function mostOf(field: Field): number {
  const own = 'maxLength' in field && typeof field.maxLength === 'number' ? field.maxLength : null;
  return own ?? longest[field.type] ?? longestOfOthers;
}

function isTooLong(value: unknown, most: number): boolean {
  if (!Array.isArray(value)) return lengthOf(value) > most;
  return value.some((each) => lengthOf(each) > most) || lengthOf(value) > 10 * most;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + lengthOf(each), 0);
  return isFields(value) ? JSON.stringify(value).length : 0;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const labelOf = (field: Field) =>
  'label' in field && typeof field.label === 'string' ? field.label : '';
