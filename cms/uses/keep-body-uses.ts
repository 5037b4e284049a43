import { isDeepStrictEqual } from 'node:util';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { bodyRelations, bodyUsesOf } from '../mapping/body-uses.ts';
import { runExclusive } from '../shared/run-exclusive.ts';
import { writeBodyUses, type State } from './write-body-uses.ts';

/** Up to when `bodyUses` of every state is right. Another relation in a body makes another key: all is read anew. */
const key = `body-uses ${Object.values(bodyRelations).join(' ')}`;
const markSchema = z.object({ until: z.iso.datetime() });
/** Clocks differ, and a save takes a while. */
const margin = 10 * 60_000;
/** So many ids are asked for at once, and so many bodies. */
const page = 500;
const batch = 25;

const looked = new WeakSet<Payload>();

/**
 * Resolves when `bodyUses` says of every article, and of the newest version of each, what its body shows. Asked before
 * the database is asked by it; looks itself when this process has not looked yet, or when the database has no mark, as
 * after a restore.
 */
export async function keepBodyUses(payload: Payload): Promise<void> {
  const isKept = async () => looked.has(payload) && (await readMark(payload)) !== undefined;
  if (await isKept()) return;
  await runExclusive(key, async () => {
    if (!(await isKept())) await look(payload);
  });
}

/**
 * Looks at every state that was saved since the last look. A save writes what its body shows by itself: this is for
 * what older code saved, and for saves that were killed between two tables. May be killed anywhere and run again, by
 * any number of processes at once.
 */
export const mendBodyUses = (payload: Payload): Promise<void> =>
  runExclusive(key, () => look(payload));

async function look(payload: Payload): Promise<void> {
  const until = new Date().toISOString();
  const since = await readMark(payload);
  for (const kept of ['collections', 'versions'] as const) {
    for await (const states of savedSince(payload, kept, since))
      await writeBodyUses(payload, states.filter(isWrong));
  }
  await payload.kv.set(key, { until });
  looked.add(payload);
}

const readMark = async (payload: Payload): Promise<string | undefined> =>
  markSchema.safeParse(await payload.kv.get(key)).data?.until;

/** What the main rows, or the newest versions, that were saved since show: a few at a time, for bodies are long. */
async function* savedSince(
  payload: Payload,
  kept: State['kept'],
  since: string | undefined,
): AsyncGenerator<Saved[]> {
  const find = kept === 'collections' ? findRows : findVersions;
  const from = since === undefined ? undefined : Date.parse(since) - margin;
  const saved: Where[] =
    from === undefined ? [] : [{ updatedAt: { greater_than: new Date(from).toISOString() } }];
  for (let after: Where[] = []; ;) {
    const ids = (await find(payload, { and: [...saved, ...after] })).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += batch) {
      const where = { id: { in: ids.slice(start, start + batch) } };
      const rows = await find(payload, where, { body: true, bodyUses: true });
      yield rows.map(({ id, updatedAt, body, bodyUses }) => ({
        ...{ id, kept, updatedAt, uses: bodyUsesOf(body) },
        written: z.array(z.string()).catch([]).parse(bodyUses),
      }));
      await nextTurn();
    }
    if (ids.length < page) return;
    after = [{ id: { greater_than: ids.at(-1) } }];
  }
}

interface Saved extends State {
  /** What stands there. */
  written: string[];
}

const isWrong = ({ uses, written }: Saved) => !isDeepStrictEqual(new Set(written), new Set(uses));

interface Row {
  id: string;
  updatedAt: string;
  body?: unknown;
  bodyUses?: unknown;
}
/** Without `fields` the ids alone. */
type Find = (payload: Payload, where: Where, fields?: Record<string, true>) => Promise<Row[]>;
const all = { collection: 'articles', sort: 'id', limit: page, pagination: false } as const;

const findRows: Find = async (payload, where, fields) => {
  const select = fields === undefined ? {} : { ...fields, updatedAt: true as const };
  return (await payload.db.find<Row>({ ...all, where, select })).docs;
};

const findVersions: Find = async (payload, where, fields) => {
  const { docs } = await payload.db.findVersions<Row>({
    ...all,
    where: { and: [where, { latest: { equals: true } }] },
    select: fields === undefined ? { parent: true } : { version: fields, updatedAt: true },
  });
  return docs.map(({ id, updatedAt, version }) => ({ ...version, id, updatedAt }));
};
