import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesSchema, type Change } from '../../../content/model/documents.ts';
import { findChanges } from './find-changes.ts';
import {
  aBody,
  box,
  heading,
  item,
  link,
  list,
  paragraph,
  words,
} from '../../testing/make-lexical.ts';
import { publishToken } from '../../testing/start-room.ts';
import { isPublisher } from '../../shared/is-publisher.ts';
import { startScratchCms, type ScratchCms } from '../../testing/start-scratch-cms.ts';

let cms: ScratchCms;
beforeAll(async () => {
  cms = await startScratchCms();
});
afterAll(() => cms.stop());

const anArticle: ScratchCms['anArticle'] = (data) => cms.anArticle(data);

async function pull(cursor: string | null, extra: Record<string, unknown> = {}) {
  const { status, body } = await cms.ask('publisher', 'POST', '/publish/changes', {
    cursor,
    ...extra,
  });
  expect(status).toBe(200);
  return changesSchema.parse(body);
}

/** Cursor after everything there is. */
async function caughtUp(): Promise<string> {
  let answer = await pull(null);
  while (answer.more) answer = await pull(answer.cursor);
  return answer.cursor;
}

const idsOf = (changes: readonly Change[]) =>
  changes.map((change) => (change.type === 'removed' ? `-${change.id}` : change.document.id));

test('what is the publisher’s is closed to everyone else', async () => {
  for (const who of ['anonymous', 'admin'] as const) {
    const statuses = await Promise.all([
      cms.ask(who, 'POST', '/publish/changes', { cursor: null }),
      cms.ask(who, 'POST', '/publish/rendered', { receipts: [] }),
      cms.ask(who, 'GET', '/publish/draft/x'),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401]);
  }
  for (const authorization of ['', 'Bearer ', 'Bearer wrong', publishToken]) {
    expect(isPublisher(new Headers({ authorization }))).toBe(false);
  }
  expect(isPublisher(new Headers({ authorization: `Bearer ${publishToken}` }))).toBe(true);
});

test('a malformed question is refused', async () => {
  for (const body of [
    {},
    { cursor: 1 },
    { cursor: null, limit: 0 },
    { cursor: null, types: ['x'] },
  ]) {
    expect((await cms.ask('publisher', 'POST', '/publish/changes', body)).status).toBe(400);
  }
});

test('a published article is told once, a draft never', async () => {
  const cursor = await caughtUp();
  await anArticle({ _status: 'draft' });
  const article = await anArticle();
  const first = await pull(cursor);
  expect(idsOf(first.changes)).toEqual([article.id]);
  const second = await pull(first.cursor);
  expect(second).toMatchObject({ changes: [], more: false });
});

test('a draft on top of a published article does not show', async () => {
  const article = await anArticle();
  const cursor = await caughtUp();
  await cms.payload.update({
    collection: 'articles',
    id: article.id,
    draft: true,
    data: { title: 'Hemmelig utkast' },
  });
  expect((await pull(cursor)).changes).toEqual([]);
  const { body } = await cms.ask('publisher', 'GET', `/publish/draft/${article.id}`);
  expect(body).toMatchObject({
    article: { title: 'Hemmelig utkast', revision: 'draft' },
    media: [],
  });
});

test('an unpublished article is removed with its address, and comes back when it is published again', async () => {
  const article = await anArticle({ slug: 'borte-en-stund' });
  const cursor = await caughtUp();
  await cms.payload.update({
    collection: 'articles',
    id: article.id,
    data: { _status: 'draft' },
  });
  const removal = await pull(cursor);
  expect(removal.changes).toEqual([
    { type: 'removed', of: 'article', id: article.id, path: '/saker/borte-en-stund/' },
  ]);
  await cms.payload.update({
    collection: 'articles',
    id: article.id,
    data: { _status: 'published' },
  });
  expect(idsOf((await pull(removal.cursor)).changes)).toEqual([article.id]);
});

test('a deleted article is removed, also for a site that begins anew', async () => {
  const article = await anArticle({ slug: 'slettet-sak' });
  const cursor = await caughtUp();
  await cms.payload.delete({ collection: 'articles', id: article.id });
  const removed = { type: 'removed', of: 'article', id: article.id, path: '/saker/slettet-sak/' };
  expect((await pull(cursor)).changes).toEqual([removed]);
  expect((await pull(null, { limit: 1000 })).changes).toContainEqual(removed);
});

test('an article that was never published leaves no trace when it is deleted', async () => {
  const article = await anArticle({ _status: 'draft' });
  const cursor = await caughtUp();
  await cms.payload.delete({ collection: 'articles', id: article.id });
  expect((await pull(cursor)).changes).toEqual([]);
});

test('a broken document is left out and reported; what comes after it flows', async () => {
  const cursor = await caughtUp();
  const broken = await anArticle();
  // Written past Payload's validation, as an older version might have left it.
  await cms.payload.db.updateOne({
    collection: 'articles',
    id: broken.id,
    data: { body: { root: { children: [{ type: 'spreadsheet' }] } } },
  });
  const fine = await anArticle();
  expect(idsOf((await pull(cursor)).changes)).toEqual([fine.id]);
  const { docs } = await cms.payload.find({
    collection: 'receipts',
    where: { article: { equals: broken.id } },
  });
  expect(docs[0]).toMatchObject({ problem: expect.stringContaining('spreadsheet') });
});

test('pages of any size give everything once, at equal timestamps too', async () => {
  const cursor = await caughtUp();
  const ids: string[] = [];
  for (let count = 0; count < 12; count += 1) ids.push((await anArticle()).id);
  await cms.payload.db.updateMany({
    collection: 'articles',
    where: { id: { in: ids } },
    data: { updatedAt: new Date(Date.now() - 3000).toISOString() },
  });
  for (const now of [new Date(), new Date(Date.now() + 60_000)]) {
    const got: string[] = [];
    let answer = { cursor, more: true };
    while (answer.more) {
      const next = await findChanges(cms.payload, { cursor: answer.cursor, limit: 5, now });
      got.push(...idsOf(next.changes));
      answer = next;
    }
    expect(got.toSorted()).toEqual(ids.toSorted());
  }
});

test('a pull of one type leaves the others for later', async () => {
  const cursor = await caughtUp();
  const article = await anArticle();
  const author = await cms.payload.create({
    collection: 'authors',
    data: { name: 'Kari', slug: 'kari' },
  });
  const authors = await pull(cursor, { types: ['author'] });
  expect(idsOf(authors.changes)).toEqual([author.id]);
  expect(idsOf((await pull(authors.cursor)).changes)).toEqual([article.id]);
});

test('a picture is told before the article that makes it public, with all its files', async () => {
  const cursor = await caughtUp();
  const picture = await cms.aPicture();
  const hidden = await pull(cursor);
  expect(hidden.changes).toEqual([]);
  const article = await anArticle({ heroImage: picture.id });
  const shown = await pull(hidden.cursor);
  expect(idsOf(shown.changes)).toEqual([picture.id, article.id]);
  const [media] = shown.changes;
  const files = media?.type === 'media' ? media.document.files : [];
  expect(files).toContainEqual(
    expect.objectContaining({ crop: 'wide', format: 'avif', width: 640, height: 360 }),
  );
  for (const crop of ['full', 'wide', 'square', 'share']) {
    expect(files.some((file) => file.crop === crop && file.format === 'jpeg')).toBe(true);
  }
});

test('a draft brings its pictures before they are public', async () => {
  const picture = await cms.aPicture();
  const body = aBody(box('image', { media: picture.id }));
  const article = await anArticle({ _status: 'draft', body });
  const draft = await cms.ask('publisher', 'GET', `/publish/draft/${article.id}`);
  expect(draft.body).toMatchObject({ media: [{ id: picture.id, alt: 'Folk i kø' }] });
});

test('globals are told when they are saved', async () => {
  const cursor = await caughtUp();
  await cms.payload.updateGlobal({ slug: 'publication', data: { name: 'Kundefront' } });
  const article = await anArticle();
  await cms.payload.updateGlobal({ slug: 'front-page', data: { lead: article.id } });
  const told = await pull(cursor);
  expect(told.changes.map(({ type }) => type)).toEqual(['publication', 'article', 'front-page']);
  expect((await pull(told.cursor)).changes).toEqual([]);
});

test('the link, the list and every box of a body written in the editor come through', async () => {
  const cursor = await caughtUp();
  const linked = await anArticle();
  const doc = { relationTo: 'articles', value: linked.id };
  await anArticle({
    body: aBody(
      heading('h2', words('Overskrift')),
      paragraph(link({ linkType: 'internal', doc }, words('lenke'))),
      box('factBox', { title: 'Fakta', content: aBody(list('bullet', [item(words('punkt'))])) }),
      box('articleLink', { article: linked.id }),
    ),
  });
  const { changes } = await pull(cursor);
  const article = changes.at(-1);
  expect(article?.type === 'article' ? article.document.body : null).toMatchObject([
    { type: 'heading', anchor: 'overskrift' },
    { type: 'paragraph', children: [{ type: 'link', article: linked.id }] },
    { type: 'factBox', content: [{ type: 'list' }] },
    { type: 'articleLink', article: linked.id },
  ]);
});

test('an unreadable cursor means: begin anew', async () => {
  const begun = await pull('tull');
  expect(begun.changes.length).toBeGreaterThan(0);
});
