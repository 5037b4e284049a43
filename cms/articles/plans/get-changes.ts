import { isDeepStrictEqual } from 'node:util';
import type { Field, Payload, PayloadHandler } from 'payload';
import { loadDocuments } from '../../mapping/load-documents.ts';
import { partsOfBody } from '../../mapping/article-as-text.ts';
import { readGroup, readReferences, readRows, readText } from '../../mapping/read-document.ts';
import { json, notFound, pathParameter, unauthorized } from '../../shared/http.ts';
import { isSameContent } from '../releases/is-same-content.ts';
import { newestVersion } from '../saves/saves.ts';
import { textOfValue } from '../saves/text-of-value.ts';
import type { ChangesView } from './changes-view.ts';
import { findWaitingPlans } from './plans.ts';
import { planText } from './text.ts';

/**
 * `GET /api/desk/changes/<article>`: what the newest draft changes of what was approved with the next plan, or else of
 * what readers see: each field with its name, and both texts in words.
 */
export const getChanges: PayloadHandler = async (req) => {
  if (!req.user) return unauthorized();
  const { payload } = req;
  const id = pathParameter(req, 'articleId');
  const newest = await newestVersion({ payload }, id);
  if (newest === undefined) return notFound();
  const plan = (await findWaitingPlans(payload, id)).find(({ approved }) => approved !== undefined);
  const out: unknown = await payload.db.findOne({
    collection: 'articles',
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
  });
  const before = plan?.approved?.content ?? out;
  if (before === null || before === undefined)
    return json({ since: 'nothing', changes: [] } satisfies ChangesView);
  const changes = await Promise.all(
    payload.collections['articles'].config.fields.map((field) =>
      changeOf(payload, field, [readGroup(before), newest.version]),
    ),
  );
  const since = plan === undefined ? 'out' : 'approved';
  return json({ since, changes: changes.flat() } satisfies ChangesView);
};

async function changeOf(
  payload: Payload,
  field: Field,
  states: [Record<string, unknown>, Record<string, unknown>],
): Promise<ChangesView['changes']> {
  if (!('name' in field) || field.name === undefined || !isRead(field)) return [];
  const { name } = field;
  const [before, after] = states.map((state) => state[name]);
  if (isSameContent({ [name]: before }, { [name]: after })) return [];
  const label = 'label' in field && typeof field.label === 'string' ? field.label : name;
  const say = field.type === 'richText' ? await sayBody(payload, before, after) : undefined;
  const names = await namesOf(payload, field, [before, after]);
  const words = say ?? ((value: unknown) => textOfValue(field, idsOf(value), names).split('\n'));
  const sides = { before: words(before), after: words(after) };
  return [{ label, ...sides, isSameWords: isDeepStrictEqual(sides.before, sides.after) }];
}

/** A body in words, with the names of what its boxes show and its links lead to. */
async function sayBody(payload: Payload, before: unknown, after: unknown) {
  const ids = new Set<string>();
  for (const body of [before, after]) partsOfBody(body, (id) => String(ids.add(id) && ''));
  const names = new Map<string, string>();
  for (const [collection, title] of [
    ['media', 'alt'],
    ['articles', 'title'],
    ['organisations', 'name'],
  ] as const)
    for (const row of await loadDocuments(payload, collection, [...ids]))
      names.set(String(row['id']), readText(row[title]) || readText(row['filename']));
  return (body: unknown) => partsOfBody(body, (id) => names.get(id) ?? planText.changes.gone);
}

/** What readers read, or are told by. */
const isRead = (field: Field): boolean =>
  field.type !== 'ui' && !('admin' in field && field.admin?.hidden === true);

/** A relation as a person reads it: what the documents are called. */
async function namesOf(
  payload: Payload,
  field: Field,
  values: readonly unknown[],
): Promise<Map<string, string>> {
  if (field.type !== 'relationship' && field.type !== 'upload') return new Map();
  if (typeof field.relationTo !== 'string') return new Map();
  const collection = field.relationTo;
  const title = payload.collections[collection].config.admin.useAsTitle ?? 'id';
  const ids = values.flatMap((value) => readReferences([value].flat()));
  const { docs } = await payload.db.find({
    ...{ collection, where: { id: { in: ids } }, pagination: false },
  });
  return new Map(readRows(docs).map((row) => [String(row['id']), readText(row[title])]));
}

const idsOf = (value: unknown): unknown =>
  Array.isArray(value) && value.every((each) => typeof each === 'number')
    ? value.map(String)
    : value;
