import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Payload, TypedUser } from 'payload';
import { asUser } from './newsletter/testing/ask.ts';
import {
  aPublishedArticle,
  aSubscriber,
  mailingOf,
  startNewsroom,
  type Newsroom,
} from './newsletter/testing/start-newsroom.ts';
import { reconcileNewsletter } from './newsletter/reconcile-newsletter.ts';

/** A person saves what she read a while ago; the system wrote in between. */

type Slug = 'subscribers' | 'mailings' | 'media';

let newsroom: Newsroom;
let payload: Payload;
let user: TypedUser;
beforeAll(async () => {
  newsroom = await startNewsroom();
  ({ payload } = newsroom);
  const { email } = await asUser(newsroom, 'admin');
  const { docs } = await payload.find({ collection: 'users', where: { email: { equals: email } } });
  user = { ...docs[0], collection: 'users' } as TypedUser; // why: as a request has it
});
afterAll(() => newsroom.stop());

let meanwhile: (() => Promise<unknown>) | undefined;
afterEach(() => (meanwhile = undefined));

/** Between what a person's save has read and what it writes. */
function interleave(slug: Slug, work: () => Promise<unknown>): void {
  const { hooks } = payload.collections[slug].config;
  if (meanwhile === undefined)
    hooks.beforeChange = [
      ...hooks.beforeChange,
      async ({ data }) => {
        const now = meanwhile;
        meanwhile = undefined;
        await now?.();
        return data;
      },
    ];
  meanwhile = work;
}

const system = (collection: Slug, id: string, data: object) =>
  payload.db.updateOne({ collection, id, data: { ...data } });
const rowOf = (collection: Slug, id: string) =>
  payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection,
    where: { id: { equals: id } },
  });
const save = (collection: Slug, id: string, data: object) =>
  payload.update({ collection, id, data: { ...data }, overrideAccess: false, user });

test('whoever leaves while an administrator saves her row has left', async () => {
  const { id } = await aSubscriber(newsroom);
  const leave = { state: 'unsubscribed', unsubscribedBy: 'ett klikk', frequency: 'weekly' };
  interleave('subscribers', () => system('subscribers', id, leave));
  await save('subscribers', id, { state: 'active' });
  expect(await rowOf('subscribers', id)).toMatchObject(leave);
});

test('whoever is taken off after she has left is told so, and nothing is undone', async () => {
  const { id } = await aSubscriber(newsroom);
  const bounced = { state: 'suppressed', suppressedReason: 'Adressen finnes ikke' };
  interleave('subscribers', () => system('subscribers', id, bounced));
  await expect(save('subscribers', id, { state: 'unsubscribed' })).rejects.toThrow(
    /Last den på nytt/,
  );
  expect(await rowOf('subscribers', id)).toMatchObject(bounced);
});

test('a decision saved beside the reconciler leaves letter, lease and status alone', async () => {
  await aSubscriber(newsroom);
  const article = await aPublishedArticle(newsroom);
  await reconcileNewsletter(payload);
  const { id = '' } = (await mailingOf(newsroom, article.id)) ?? {};
  await system('mailings', id, { status: 'needs-person', html: null, frozenAt: null });
  const frozen = { status: 'sending', html: '<p>Hei</p>', frozenAt: '2026-01-01T00:00:00.000Z' };
  interleave('mailings', () => system('mailings', id, frozen));
  await save('mailings', id, { decision: 'send' });
  expect(await rowOf('mailings', id)).toMatchObject({ ...frozen, decision: 'send' });
  await system('mailings', id, { decision: null });
  interleave('mailings', () => system('mailings', id, { decision: 'cancel' }));
  await expect(save('mailings', id, { decision: 'send' })).rejects.toThrow(/Last den på nytt/);
});

test('a picture whose last use goes while its credit is saved is public no more', async () => {
  const file = { filename: 'a.png', mimeType: 'image/png', filesize: 1, width: 1, height: 1 };
  const { id } = await payload.db.create({
    collection: 'media',
    data: { ...file, alt: 'En kø', credit: 'Før', isPublic: true },
  });
  interleave('media', () => system('media', String(id), { isPublic: false }));
  await save('media', String(id), { credit: 'Etter' });
  expect(await rowOf('media', String(id))).toMatchObject({ credit: 'Etter', isPublic: false });
});
