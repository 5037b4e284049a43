import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBlock, aBody, aForm, anArticle, create, upload } from './testing/make-article.ts';
import { databases, startRoom, type Room } from './testing/start-room.ts';

describe.each(databases)('access on %s', (database) => {
  let room: Room;
  let open: { id: string; title: string };
  let draft: { id: string };
  let shown: { id: string; filename: string; sizes: Record<string, { filename: string }> };
  let kept: typeof shown;

  beforeAll(async () => {
    room = await startRoom(database);
    shown = await upload(room, { fields: { alt: 'Vist for alle' } });
    kept = await upload(room, { fields: { alt: 'Ikke vist' }, name: 'hemmelig.jpg' });
    draft = (
      await room.ask(
        'editor',
        'POST',
        '/articles?draft=true&depth=0',
        anArticle({ title: 'Hemmelig kladd', heroImage: kept.id, _status: 'draft' }),
      )
    ).body.doc;
    open = await create(room, {
      title: 'Åpen sak',
      heroImage: shown.id,
      sendAlert: true,
      body: aBody('Tekst', aBlock('articleLink', { article: draft.id })),
    });
    await room.ask('editor', 'PATCH', `/articles/${open.id}?draft=true`, {
      title: 'Hemmelig ny tittel',
      _status: 'draft',
    });
    const hidden = await create(room, { title: 'Tatt ned igjen' });
    await room.ask('editor', 'PATCH', `/articles/${hidden.id}`, { _status: 'draft' });
  });
  afterAll(() => room.stop());

  const secrets = /hemmelig|tatt ned igjen|requestedAt|isPublic|@example\.com/i;

  test.each([
    '/articles',
    '/articles?draft=true',
    '/articles?depth=10',
    '/articles?limit=0',
    '/articles?pagination=false',
    '/articles?draft=true&depth=2&where[_status][equals]=draft',
    '/articles?where[or][0][title][like]=hemmelig&where[or][1][_status][exists]=true',
    '/articles?select[alert]=true&select[published]=true&select[title]=true',
    '/articles?populate[media][isPublic]=true&depth=2',
    '/articles?joins=false&trash=true',
    '/media',
    '/media?limit=0&depth=2',
    '/authors?depth=2',
    '/globals/front-page?depth=2',
    '/globals/front-page?draft=true&depth=2',
    '/globals/publication',
  ])('readers see what is published and nothing else: %s', async (path) => {
    const { status, body } = await room.ask('anonymous', 'GET', path);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(secrets);
  });

  test('readers get the published state of an article with a newer draft', async () => {
    for (const query of ['', '?draft=true', '?depth=9&draft=true']) {
      const { status, body } = await room.ask('anonymous', 'GET', `/articles/${open.id}${query}`);
      if (status === 200) expect(body.title).toBe('Åpen sak');
      else expect(status).toBe(404);
      expect(JSON.stringify(body)).not.toMatch(secrets);
    }
    expect((await room.ask('anonymous', 'GET', `/articles/${draft.id}`)).status).toBe(404);
    expect((await room.ask('anonymous', 'GET', `/articles/${draft.id}?draft=true`)).status).toBe(
      404,
    );
  });

  test('an article of tomorrow is not there today', async () => {
    const { id } = await create(room, { title: 'I morgen' });
    await room.payload.db.updateOne({
      collection: 'articles',
      id,
      data: { publishedAt: new Date(Date.now() + 86_400_000).toISOString() },
    });
    expect((await room.ask('anonymous', 'GET', `/articles/${id}`)).status).toBe(404);
  });

  test.each([
    ['GET', '/articles/versions'],
    ['GET', '/articles/versions?where[parent][exists]=true'],
    ['GET', '/globals/front-page/versions'],
    ['GET', '/subscribers'],
    ['GET', '/subscribers/count'],
    ['GET', '/mailings'],
    ['GET', '/deliveries'],
    ['GET', '/batches'],
    ['GET', '/receipts'],
    ['GET', '/tombstones'],
    ['GET', '/redirects'],
    ['GET', '/users'],
    ['GET', '/users/count'],
    ['GET', '/payload-jobs'],
    ['GET', '/payload-jobs/run'],
    ['GET', '/payload-jobs/handle-schedules'],
    ['GET', '/payload-preferences/x'],
    ['GET', '/payload-locked-documents'],
    ['GET', '/payload-kv'],
    ['POST', '/articles'],
    ['POST', '/authors'],
    ['POST', '/media'],
    ['POST', '/subscribers'],
    ['POST', '/redirects'],
    ['POST', '/users'],
    ['POST', '/users/first-register'],
    ['POST', '/globals/publication'],
    ['POST', '/globals/front-page'],
    ['POST', '/graphql'],
    ['GET', '/graphql'],
    ['PATCH', '/articles?where[id][exists]=true'],
    ['DELETE', '/articles?where[id][exists]=true'],
    ['DELETE', '/media?where[id][exists]=true'],
  ])('strangers are refused: %s %s', async (method, path) => {
    const body =
      method === 'GET' ? undefined : { title: 'x', name: 'x', email: 'x@x.no', password: 'x' };
    const answer = await room.ask('anonymous', method, path, body);
    if (answer.status < 400)
      expect(answer.body.docs ?? []).toEqual([]); // a bulk change that found nothing
    else expect([400, 401, 403, 404, 405]).toContain(answer.status);
  });

  test.each([
    '/articles?where[alert.requestedAt][exists]=true',
    '/articles?where[published.revision][like]=a',
    '/media?where[isPublic][equals]=false',
    '/articles?where[heroImage.isPublic][equals]=true',
    '/articles/count?where[alert.requestedAt][exists]=true',
  ])('hidden fields answer no questions: %s', async (path) => {
    const answer = await room.ask('anonymous', 'GET', path);
    if (answer.status === 200) expect(answer.body.totalDocs).toBe(0);
    else expect(answer.status).toBe(400);
  });

  test('readers get at most 100 documents, two levels deep; populating is not cut short', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Skribent ${index}`);
    const authors = [];
    for (const name of names)
      authors.push((await room.ask('editor', 'POST', '/authors', { name })).body.doc.id);
    const { id } = await create(room, { authors });
    const { body } = await room.ask('anonymous', 'GET', `/articles/${id}?depth=1`);
    expect(body.authors.map(({ name }: { name: string }) => name)).toEqual(names);
    const list = await room.ask('anonymous', 'GET', '/authors?limit=0');
    expect(list.body).toMatchObject({ limit: 10, totalDocs: 12 });
    expect((await room.ask('anonymous', 'GET', '/authors?limit=1000')).body.limit).toBe(100);
  });

  test('picture files: public ones for all, the others for the newsroom and the publisher', async () => {
    const get = (who: Parameters<Room['ask']>[0], name: string | undefined) =>
      room.ask(who, 'GET', `/media/file/${name ?? ''}`).then(({ status }) => status);
    const cut = kept.sizes['full480avif']?.filename;
    expect(await get('anonymous', shown.filename)).toBe(200);
    for (const name of [kept.filename, cut]) {
      expect(await get('anonymous', name)).toBeGreaterThanOrEqual(401);
      expect(await get('publisher', name)).toBe(200);
      expect(await get('writer', name)).toBe(200);
    }
    expect((await room.ask('publisher', 'GET', `/media/${kept.id}`)).status).toBe(404);
    expect(
      (await room.ask('publisher', 'GET', '/articles?draft=true')).body.docs,
    ).not.toContainEqual(expect.objectContaining({ id: draft.id }));
  });

  describe('a writer', () => {
    const write = (method: string, path: string, body?: unknown) =>
      room.ask('writer', method, path, body);
    const stateOf = async (id: string) =>
      room.payload.db.findOne<{ id: string; _status: string; title: string }>({
        collection: 'articles',
        where: { id: { equals: id } },
      });

    test('writes and edits drafts', async () => {
      const made = await write(
        'POST',
        '/articles?draft=true&depth=0',
        anArticle({ title: 'Min kladd', _status: 'draft' }),
      );
      expect(made.status).toBe(201);
      const saved = await write('PATCH', `/articles/${made.body.doc.id}?draft=true&autosave=true`, {
        title: 'Min andre kladd',
      });
      expect(saved.status).toBe(200);
    });

    test('does not publish, in whatever way it is asked', async () => {
      const made = await write(
        'POST',
        '/articles?draft=true&depth=0',
        anArticle({ _status: 'draft' }),
      );
      const { id } = made.body.doc;
      const attempts = [
        await write('POST', '/articles', anArticle()),
        await write('PATCH', `/articles/${id}`, { _status: 'published' }),
        await write('PATCH', `/articles/${id}?draft=true`, { _status: 'published' }),
        await write('PATCH', `/articles/${id}?autosave=true`, { _status: 'published' }),
      ];
      for (const { status } of attempts) expect(status).toBe(403);
      const copy = await write('POST', `/articles/${id}/duplicate`, { _status: 'published' });
      expect(copy.status === 403 || copy.body.doc._status === 'draft').toBe(true);
      const asDraft = await write('POST', '/articles?draft=true', anArticle());
      expect(asDraft.status === 403 || asDraft.body.doc._status === 'draft').toBe(true);
      await write('PATCH', `/articles?where[id][equals]=${id}`, { _status: 'published' });
      expect((await stateOf(id))?._status).toBe('draft');
      expect(
        await room.payload.count({
          collection: 'articles',
          where: {
            and: [{ _status: { equals: 'published' } }, { title: { equals: made.body.doc.title } }],
          },
        }),
      ).toEqual({ totalDocs: 0 });
    });

    test('changes nothing that is out', async () => {
      const { docs } = await room.payload.findVersions({
        collection: 'articles',
        where: { parent: { equals: open.id } },
      });
      const before = await stateOf(open.id);
      const attempts = [
        await write('PATCH', `/articles/${open.id}`, { title: 'Kapret' }),
        await write('PATCH', `/articles/${open.id}`, { _status: 'draft' }),
        await write('PATCH', `/articles/${open.id}?draft=true`, { title: 'Kapret' }),
        await write('PATCH', `/articles/${open.id}?draft=true&autosave=true`, { title: 'Kapret' }),
        ...(await Promise.all(docs.map(({ id }) => write('POST', `/articles/versions/${id}`)))),
        ...(await Promise.all(
          docs.map(({ id }) => write('POST', `/articles/versions/${id}?draft=true`)),
        )),
        await write('DELETE', `/articles/${open.id}`),
        await write('PATCH', `/media/${shown.id}`, { alt: 'Kapret bilde' }),
        await write('PATCH', `/media/${shown.id}`, await aForm()),
        await write('POST', '/globals/publication', { name: 'Kapret' }),
        await write('POST', '/globals/front-page', { lead: null }),
        await write('POST', '/categories', { name: 'Kapret' }),
        await write('POST', '/redirects', { from: '/om/', to: 'https://evil.example' }),
      ];
      for (const { status } of attempts) expect([403, 404]).toContain(status);
      await write('PATCH', '/articles?where[id][exists]=true', { title: 'Kapret' });
      await write('PATCH', '/articles?where[id][exists]=true', { _status: 'draft' });
      expect(await stateOf(open.id)).toEqual(before);
    });

    test('does not plan a publication that happens', async () => {
      const made = await write(
        'POST',
        '/articles?draft=true&depth=0',
        anArticle({ _status: 'draft' }),
      );
      const { docs } = await room.payload.find({
        collection: 'users',
        where: { role: { equals: 'writer' } },
      });
      await room.payload.jobs.queue({
        task: 'schedulePublish',
        input: {
          type: 'publish',
          doc: { relationTo: 'articles', value: made.body.doc.id },
          user: { relationTo: 'users', value: docs[0]?.id ?? '' },
        },
        waitUntil: new Date(Date.now() - 1000),
      });
      await room.payload.jobs.run({ queue: 'default', limit: 10, sequential: true });
      expect((await stateOf(made.body.doc.id))?._status).toBe('draft');
    });

    test('does not cancel a plan', async () => {
      const me = (await write('GET', '/users/me')).body.user;
      const job = await room.payload.jobs.queue({
        task: 'schedulePublish',
        input: { type: 'publish', doc: { relationTo: 'articles', value: draft.id } },
        waitUntil: new Date(Date.now() + 3_600_000),
      });
      const cancelled = room.payload.delete({
        collection: 'payload-jobs',
        id: job.id,
        user: { ...me, collection: 'users' },
      });
      await expect(cancelled).rejects.toThrow(/Be en redaktør/);
    });

    test('does not make herself an editor', async () => {
      const me = (await write('GET', '/users/me')).body.user;
      await write('PATCH', `/users/${me.id}`, { role: 'admin', name: 'Kari' });
      expect(await room.payload.findByID({ collection: 'users', id: me.id })).toMatchObject({
        role: 'writer',
        name: 'Kari',
      });
      const users = await write('GET', '/users');
      expect(users.body.docs.map(({ id }: { id: string }) => id)).toEqual([me.id]);
    });
  });

  test('an editor manages no users; the last administrator stays', async () => {
    expect(
      (
        await room.ask('editor', 'POST', '/users', {
          email: 'ny@example.com',
          password: 'et langt passord',
          role: 'admin',
        })
      ).status,
    ).toBe(403);
    const admin = (await room.ask('admin', 'GET', '/users/me')).body.user;
    expect(
      (await room.ask('editor', 'PATCH', `/users/${admin.id}`, { name: 'x' })).status,
    ).toBeGreaterThanOrEqual(403);
    expect(
      (await room.ask('admin', 'PATCH', `/users/${admin.id}`, { role: 'writer' })).status,
    ).toBe(400);
    expect((await room.ask('admin', 'DELETE', `/users/${admin.id}`)).status).toBe(400);
  });
});
