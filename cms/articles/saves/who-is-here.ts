import type { Payload, PayloadHandler } from 'payload';
import { z } from 'zod';
import { json, notFound, pathParameter, readJson, unauthorized } from '../../shared/http.ts';
import type { HereView } from './here-view.ts';
import { markOf } from './saves.ts';

const tab = z.string().min(1).max(40);
const asked = z.object({ tab, former: tab.optional(), isLeaving: z.boolean().default(false) });

/** Rows of Payload's key-value collection, so that every process knows; one per tab. */
const prefix = 'here:';
const rowSchema = z.object({
  key: z.string(),
  data: z.object({ mark: z.string(), user: z.string(), name: z.string(), at: z.number() }),
});
type Row = z.infer<typeof rowSchema>;

/** A tab that has not told for so long was closed without a word; in ms. A browser lets hidden ones tell once a minute. */
const gone = 75_000;

/**
 * `POST /api/desk/here/<articleId>` with `{"tab", "former"?, "isLeaving"?}`: this tab has the article open (and was `former`
 * before), or leaves it. Answers who else is there, and who saved last (`HereView`).
 */
export const whoIsHere: PayloadHandler = async (req) => {
  const { payload, user } = req;
  if (!user) return unauthorized();
  const { data } = asked.safeParse(await readJson(req));
  const id = pathParameter(req, 'articleId');
  if (data === undefined) return json({ error: 'unreadable' }, 400);
  const article = await payload.db.findOne<{ id: string }>({
    collection: 'articles',
    where: { id: { equals: id } },
  });
  if (article === null) return notFound();
  const mark = markOf(data.tab);
  const key = `${prefix}${id}:${mark}`;
  if (data.isLeaving) {
    await payload.kv.delete(key);
    return json({});
  }
  if (data.former !== undefined) await payload.kv.delete(`${prefix}${id}:${markOf(data.former)}`);
  const name = user.name || user.email;
  await payload.kv.set(key, { mark, user: user.id, name, at: Date.now() });
  const rows = await rowsOf(payload, id);
  const others = rows.filter((row) => row.data.mark !== mark);
  const byName = new Map(others.map((row) => [row.data.user, row.data.name]));
  const view: HereView = {
    others: [...byName].map(([other, told]) => ({ name: told, isMe: other === user.id })),
    newest: await newestOf(payload, { id, mark, rows, user: user.id }),
  };
  return json(view);
};

/** Who has the article open; what is left of tabs that are gone, of any article, is swept up. */
async function rowsOf(payload: Payload, id: string): Promise<Row[]> {
  const { docs } = await payload.db.find({
    collection: 'payload-kv',
    where: { key: { contains: prefix } },
    pagination: false,
    limit: 0,
  });
  const rows = docs.flatMap((doc) => rowSchema.safeParse(doc).data ?? []);
  const before = Date.now() - gone;
  for (const { key, data } of rows) if (data.at < before) await payload.kv.delete(key);
  return rows.filter(({ key, data }) => data.at >= before && key.startsWith(`${prefix}${id}:`));
}

async function newestOf(
  payload: Payload,
  { id, mark, rows, user }: { id: string; mark: string; rows: readonly Row[]; user: string },
): Promise<HereView['newest']> {
  const newest = await payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 0,
    select: { updatedAt: true, savedFrom: true },
  });
  const from = newest.savedFrom ?? null;
  const by = rows.find(({ data }) => data.mark === from)?.data;
  return {
    updatedAt: newest.updatedAt,
    isMine: from === mark,
    by: by?.name ?? null,
    isMe: by?.user === user,
  };
}
