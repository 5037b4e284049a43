import type { Field, PayloadRequest } from 'payload';
import { readGroup, readRows, type PayloadDocument } from '../../mapping/read-document.ts';

/** What a field's own rule says against its value, as Payload's `ValidationError` tells it. */
export interface FieldProblem {
  path: string;
  label: string;
  message: string;
}

/**
 * The rules of the fields themselves, asked as Payload asks them when something is published (a draft is not asked):
 * so the list knows before the door does. Fields that the form does not show are not asked, there as here.
 */
export async function validateFields(
  req: PayloadRequest,
  document: PayloadDocument,
): Promise<FieldProblem[]> {
  const { config } = req.payload.collections.articles;
  return problemsIn(config.fields, document, { req, document, prefix: '' });
}

interface Walk {
  req: PayloadRequest;
  document: PayloadDocument;
  prefix: string;
}

async function problemsIn(
  fields: readonly Field[],
  siblingData: PayloadDocument,
  walk: Walk,
): Promise<FieldProblem[]> {
  const found = await Promise.all(fields.map((field) => problemsOf(field, siblingData, walk)));
  return found.flat();
}

async function problemsOf(
  field: Field,
  siblingData: PayloadDocument,
  walk: Walk,
): Promise<FieldProblem[]> {
  const { req, document, prefix } = walk;
  if (!isShown(field, siblingData, walk)) return [];
  if (!('name' in field) || field.name === undefined)
    return 'fields' in field ? problemsIn(field.fields, siblingData, walk) : [];
  const path = `${prefix}${field.name}`;
  const value = siblingData[field.name];
  const label = 'label' in field && typeof field.label === 'string' ? field.label : '';
  const own = await messageOf(field, value, { ...walk, siblingData, path });
  const inner = { req, document };
  const within =
    field.type === 'array'
      ? readRows(value).map((row, n) =>
          problemsIn(field.fields, row, { ...inner, prefix: `${path}.${String(n)}.` }),
        )
      : field.type === 'group'
        ? [problemsIn(field.fields, readGroup(value), { ...inner, prefix: `${path}.` })]
        : [];
  return [
    ...(own === undefined ? [] : [{ path, label, message: own }]),
    ...(await Promise.all(within)).flat(),
  ];
}

async function messageOf(
  field: Field & { name: string },
  value: unknown,
  { req, document, siblingData, path }: Walk & { siblingData: PayloadDocument; path: string },
): Promise<string | undefined> {
  if (!('validate' in field) || typeof field.validate !== 'function') return undefined;
  // why: each kind of field types its rule apart; all are called with the same options.
  const validate = field.validate as (value: unknown, options: object) => unknown;
  const answer = await validate(value, {
    ...field,
    id: document['id'],
    blockData: undefined,
    collectionSlug: 'articles',
    data: document,
    event: 'submit',
    jsonError: undefined,
    operation: 'update',
    overrideAccess: false,
    path: path.split('.'),
    preferences: { fields: {} },
    previousValue: value,
    req,
    siblingData,
  });
  return typeof answer === 'string' ? answer : undefined;
}

function isShown(field: Field, siblingData: PayloadDocument, { req, document }: Walk): boolean {
  const condition = 'admin' in field ? field.admin?.condition : undefined;
  if (condition === undefined) return true;
  return Boolean(
    condition(document, siblingData, {
      blockData: {},
      operation: 'update',
      path: [],
      user: req.user,
    }),
  );
}
