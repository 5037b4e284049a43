import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDesk } from '../../dashboard/read-desk.ts';
import { aBlock, aBody, anArticle, aForm, upload } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

/** A planned article with one of everything. */
async function aPlannedArticle() {
  const name = () => `N${Math.random().toString(36).slice(2, 9)}`;
  const make = async (path: string, fields: object): Promise<string> =>
    (await room.ask('editor', 'POST', path, { name: name(), ...fields })).body.doc.id;
  const made = {
    media: (await upload(room)).id as string,
    inText: (await upload(room, { fields: { alt: 'Et kart over køen' } })).id as string,
    authors: await make('/authors', { name: 'Kari Nord' }),
    organisations: await make('/organisations', {}),
    explained: await make('/organisations', { about: 'Et selskap.' }),
    owner: await make('/organisations', { interest: 'owner', disclosure: 'Eier oss.' }),
    categories: await make('/categories', { name: 'Ventetid' }),
    series: await make('/series', { name: 'Køen' }),
  };
  const draft = anArticle({
    _status: 'draft',
    kind: 'interview',
    heroImage: made.media,
    authors: [made.authors],
    category: made.categories,
    series: made.series,
    seriesNumber: 1,
    interviewees: [{ name: 'Ola', organisation: made.organisations }],
    organisations: [made.owner],
    body: aBody(
      'Tekst.',
      aBlock('image', { media: made.inText, caption: 'Egen bildetekst' }),
      aBlock('factBox', {
        title: 'Fakta',
        content: aBody('Mer.'),
        organisation: made.explained,
      }),
    ),
  });
  const { body } = await room.ask('editor', 'POST', '/articles?draft=true&depth=0', draft);
  const id: string = body.doc.id;
  await room.payload.jobs.queue({
    task: 'schedulePublish',
    input: { type: 'publish', doc: { relationTo: 'articles', value: id } },
    waitUntil: new Date(Date.now() + 3_600_000),
  });
  return { id, ...made };
}

const onDesk = async (id: string) =>
  (await readDesk(room.payload, new Date())).planned.find((row) => row.id === id)?.uses;
const onPanel = async (id: string) =>
  (await room.ask('editor', 'GET', `/publish/receipt/${id}`)).body.plan.changedUses;

type Made = Awaited<ReturnType<typeof aPlannedArticle>>;
const patch = async (path: string, data: object) =>
  expect((await room.ask('editor', 'PATCH', path, data)).status).toBe(200);
const change =
  (collection: keyof Made, data: object) =>
  ({ [collection]: id }: Made) =>
    patch(
      `/${['explained', 'owner'].includes(collection) ? 'organisations' : collection === 'inText' ? 'media' : collection}/${id}`,
      data,
    );

test.each<[string, (made: Made) => Promise<void>, RegExp]>([
  ['the words of a picture', change('media', { caption: 'Ny tekst' }), /bildet «En rådgiver/],
  ['who took it', change('media', { credit: 'Kari Foto' }), /bildet «En rådgiver/],
  ['what it shows', change('inText', { alt: 'Et helt annet kart' }), /bildet «Et helt annet kart»/],
  [
    'its file',
    async ({ media }) => {
      const answer = await room.ask('editor', 'PATCH', `/media/${media}`, await aForm());
      expect(answer.status).toBe(200);
    },
    /bildet «En rådgiver/,
  ],
  [
    'how it is cut',
    ({ media }) =>
      patch(`/media/${media}?uploadEdits[focalPoint][x]=10&uploadEdits[focalPoint][y]=20`, {}),
    /bildet «En rådgiver/,
  ],
  ['a name of an author', change('authors', { name: 'Kari Vest' }), /skribenten Kari Vest/],
  ['whom somebody speaks for', change('organisations', { name: 'NyttNavn' }), /virksomheten NyttN/],
  ['facts in a box', change('explained', { about: 'Et annet.' }), /virksomheten N/],
  ['what readers must be told', change('owner', { disclosure: 'Eier alt.' }), /virksomheten N/],
  ['the name of a tema', change('categories', { name: 'Ventetider' }), /temaet «Ventetider»/],
  ['the name of a series', change('series', { name: 'Køene' }), /serien «Køene»/],
])(
  '%s is changed: the desk and the article say so, until it is approved',
  async (_, act, words) => {
    const made = await aPlannedArticle();
    expect([await onDesk(made.id), await onPanel(made.id)]).toEqual([[], []]);
    await act(made);
    const said = [expect.stringMatching(words)];
    expect([await onDesk(made.id), await onPanel(made.id)]).toEqual([said, said]);
    // An editor who writes on has not looked at it by that.
    await patch(`/articles/${made.id}?draft=true&autosave=true`, { lead: 'Ny.', _status: 'draft' });
    expect(await onDesk(made.id)).toEqual(said);
    const path = `/desk/plans/${made.id}/approve`;
    expect((await room.ask('writer', 'POST', path)).status).toBe(401);
    expect(await onDesk(made.id)).toEqual(said);
    expect((await approve(made.id)).status).toBe(200);
    expect([await onDesk(made.id), await onPanel(made.id)]).toEqual([[], []]);
  },
);

test('what the page does not show says nothing', async () => {
  const made = await aPlannedArticle();
  await change('authors', { bio: 'Ny om meg.', role: 'Redaktør', links: [] })(made);
  await change('organisations', { about: 'Ikke i noen boks.', source: 'Brreg' })(made);
  await change('owner', { about: 'Heller ikke her.' })(made);
  await change('categories', { description: 'Om temaet.' })(made);
  await change('series', { description: 'Om serien.' })(made);
  // In the text it is whole, under words of its own.
  await change('inText', { caption: 'Under et annet' })(made);
  await patch(
    `/media/${made.inText}?uploadEdits[focalPoint][x]=10&uploadEdits[focalPoint][y]=20`,
    {},
  );
  await change('media', { decorative: false })(made);
  expect([await onDesk(made.id), await onPanel(made.id)]).toEqual([[], []]);
});

test('a plan of an earlier version knows nothing, and says nothing; planned anew it does', async () => {
  const made = await aPlannedArticle();
  const where = { 'input.doc.value': { equals: made.id } };
  const job = await room.payload.db.findOne<{ id: string; input: { approved: object } }>({
    collection: 'payload-jobs',
    where,
  });
  const approved = { ...job?.input.approved, shown: undefined };
  await room.payload.db.updateOne({
    collection: 'payload-jobs',
    id: job?.id ?? '',
    data: { input: { ...job?.input, approved } },
  });
  await change('authors', { name: 'Kari Øst' })(made);
  expect(await onDesk(made.id)).toEqual([]);
  await approve(made.id);
  await change('authors', { name: 'Kari Sør' })(made);
  expect(await onDesk(made.id)).toEqual(['skribenten Kari Sør']);
});

const savedAt = async (id: string): Promise<string> =>
  (await room.ask('editor', 'GET', `/articles/${id}?draft=true&depth=0`)).body.updatedAt;

/** An editor approves what she read, which is the newest unless it is said otherwise. */
const approve = async (id: string, seen?: string) =>
  room.ask('editor', 'POST', `/desk/plans/${id}/approve`, { seen: seen ?? (await savedAt(id)) });

test('an approval takes the change of the article with it', async () => {
  const { id } = await aPlannedArticle();
  await room.ask('writer', 'PATCH', `/articles/${id}?draft=true`, { lead: 'Skribentens.' });
  const plan = async () => (await room.ask('editor', 'GET', `/publish/receipt/${id}`)).body.plan;
  expect(await plan()).toMatchObject({ hasWaitingChange: true });
  const seen = await savedAt(id);
  await room.ask('writer', 'PATCH', `/articles/${id}?draft=true`, { lead: 'Etter at hun leste.' });
  expect(await approve(id, seen)).toMatchObject({
    status: 409,
    body: { errors: [{ message: expect.stringMatching(/Last siden på nytt/) as string }] },
  });
  expect(await plan()).toMatchObject({ hasWaitingChange: true });
  expect((await room.ask('editor', 'POST', `/desk/plans/${id}/approve`)).status).toBe(409);
  await approve(id);
  expect(await plan()).toMatchObject({ hasWaitingChange: false });
});
