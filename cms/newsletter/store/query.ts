import type { Payload, Where } from 'payload';
import type { z } from 'zod';
import { batchRow, deliveryRow, mailingRow, subscriberRow } from './rows.ts';

/** What the modules of this folder are made of: typed reads and conditional writes of the four collections. */
const rows = {
  subscribers: subscriberRow,
  mailings: mailingRow,
  deliveries: deliveryRow,
  batches: batchRow,
} as const;

export type Collection = keyof typeof rows;
export type Row<C extends Collection> = z.infer<(typeof rows)[C]>;

/** Per column a value it has, a list of which it has one, or null for "not there". */
export type Match<C extends Collection> = {
  [Column in keyof Row<C>]?: Row<C>[Column] | readonly Exclude<Row<C>[Column], null>[];
};

export const matching = <C extends Collection>(match: Match<C>): Where[] =>
  Object.entries(match).map(([column, value]) => ({
    [column]:
      value === null ? { exists: false } : { [Array.isArray(value) ? 'in' : 'equals']: value },
  }));

interface Selection {
  and: Where[];
  /** A column, with `-` before it for the other way round. */
  sort?: string;
  /** 0 for all. */
  limit?: number;
}

/** Some columns (those of the schema) of the rows that fulfil every condition. */
export async function findColumns<S extends z.ZodObject>(
  payload: Payload,
  collection: Collection,
  schema: S,
  { and, sort, limit = 0 }: Selection,
): Promise<z.infer<S>[]> {
  const { docs } = await payload.db.find({
    collection,
    where: { and },
    select: Object.fromEntries(Object.keys(schema.shape).map((column) => [column, true])),
    ...(sort === undefined ? {} : { sort }),
    limit,
    pagination: false,
  });
  return docs.map((row) => schema.parse(row));
}

export async function findRows<C extends Collection>(
  payload: Payload,
  collection: C,
  selection: Selection,
): Promise<Row<C>[]> {
  const { and, sort, limit = 0 } = selection;
  const { docs } = await payload.db.find({
    collection,
    where: { and },
    ...(sort === undefined ? {} : { sort }),
    limit,
    pagination: false,
  });
  return docs.map((row) => parse(collection, row));
}

export async function findRow<C extends Collection>(
  payload: Payload,
  collection: C,
  match: Match<C>,
): Promise<Row<C> | undefined> {
  const row = await payload.db.findOne({ collection, where: { and: matching(match) } });
  return row ? parse(collection, row) : undefined;
}

export async function countRows(payload: Payload, collection: Collection, and: Where[]) {
  return (await payload.db.count({ collection, where: { and } })).totalDocs;
}

/** One conditional UPDATE: of any number of processes one sees the row as it expects it. Undefined when nobody does. */
export async function updateRow<C extends Collection>(
  payload: Payload,
  collection: C,
  and: Where[],
  data: Partial<Row<C>>,
): Promise<Row<C> | undefined> {
  const row: unknown = await payload.db.updateOne({
    collection,
    where: { and },
    data,
    options: { atomic: true },
  });
  return row === null || row === undefined ? undefined : parse(collection, row);
}

export async function updateRows<C extends Collection>(
  payload: Payload,
  collection: C,
  and: Where[],
  data: Partial<Row<C>>,
): Promise<void> {
  await payload.db.updateMany({ collection, where: { and }, data, returning: false });
}

const parse = <C extends Collection>(collection: C, row: unknown): Row<C> =>
  // why: TypeScript does not connect the table's key with its schema's result.
  rows[collection].parse(row) as Row<C>;
