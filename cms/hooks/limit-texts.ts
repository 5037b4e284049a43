import {
  ValidationError,
  type CollectionConfig,
  type Field,
  type GlobalConfig,
  type PayloadRequest,
} from 'payload';
import { text } from '../text.ts';

/** In characters; for `richText` those of its JSON. Drafts are not validated by Payload: here everything is. */
const longest: Partial<Record<Field['type'], number>> = {
  text: 2_000,
  email: 320,
  textarea: 20_000,
  richText: 3_500_000,
  code: 20_000,
  json: 1_000_000,
};
const mostRows = 1_000;

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
      ({ data, req }) => {
        demandLimits(data, { fields: collection.fields, of: { collection: collection.slug }, req });
        return data;
      },
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
      ({ data, req }) => {
        demandLimits(data, { fields: global.fields, of: { global: global.slug }, req });
        return data as Fields; // why: handed on as it came
      },
      ...(global.hooks?.beforeValidate ?? []),
    ],
  },
});

function demandLimits(
  data: unknown,
  what: { fields: Field[]; of: { collection?: string; global?: string }; req: PayloadRequest },
): void {
  const errors = findTooLong(isFields(data) ? data : {}, what.fields);
  if (errors.length === 0) return;
  throw new ValidationError({ ...what.of, errors }, what.req.t);
}

/** What is too long, with its path and a sentence. */
export function findTooLong(data: Fields, fields: readonly Field[], prefix = ''): Problem[] {
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
    if (most !== undefined && lengthOf(value) > most) return [problem(text.problems.tooLong(most))];
    if (Array.isArray(value) && value.length > mostRows)
      return [problem(text.problems.tooMany(mostRows))];
    if (field.type === 'group') return findInside(value, field.fields, `${path}.`);
    if (field.type !== 'array' || !Array.isArray(value)) return [];
    return value.flatMap((row, n) => findInside(row, field.fields, `${path}.${String(n)}.`));
  });
}

const findInside = (value: unknown, fields: readonly Field[], prefix: string): Problem[] =>
  isFields(value) ? findTooLong(value, fields, prefix) : [];

function mostOf(field: Field): number | undefined {
  const own = 'maxLength' in field && typeof field.maxLength === 'number' ? field.maxLength : null;
  return own ?? longest[field.type];
}

/** Of several values the longest one's. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return Math.max(0, ...value.slice(0, mostRows).map(lengthOf));
  return isFields(value) ? JSON.stringify(value).length : 0;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const labelOf = (field: Field) =>
  'label' in field && typeof field.label === 'string' ? field.label : '';
