import type { PayloadHandler, Where } from 'payload';
import {
  readRows,
  readReferences,
  readReference,
  readText,
  type PayloadDocument,
} from '../../mapping/read-document.ts';
import { json, notFound, pathParameter, unauthorized } from '../../shared/http.ts';
import type { Proposals } from './proposals.ts';

const most = 5;
/** Of the newest ones that have anything in common. */
const looked = 200;

/** `GET /api/desk/related/<article>`: what is out and has most in common with it, for an editor to pick from. */
export const proposeRelated: PayloadHandler = async (req) => {
  if (!req.user) return unauthorized();
  const article = (await req.payload.findByID({
    ...{ collection: 'articles', id: pathParameter(req, 'articleId'), draft: true, depth: 0 },
    ...{ disableErrors: true, overrideAccess: false, user: req.user },
  })) as unknown as PayloadDocument | null;
  if (article === null) return notFound();
  const ways = waysTo(article);
  if (ways.length === 0) return json({ proposals: [] } satisfies Proposals);
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { marking: { equals: 'editorial' } },
        { id: { not_equals: article['id'] } },
        { or: ways },
      ],
    },
    sort: '-publishedAt',
    depth: 0,
    limit: looked,
    pagination: false,
    select: { title: true, category: true, tags: true, series: true, organisations: true },
  });
  const proposals = readRows(docs)
    .map((row) => ({
      id: String(row['id']),
      title: readText(row['title']),
      score: inCommon(article, row),
    }))
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ id, title }) => ({ id, title }));
  return json({ proposals } satisfies Proposals);
};

function waysTo(article: PayloadDocument): Where[] {
  const tags = tagsOf(article);
  const organisations = readReferences(article['organisations']);
  const one = (name: string) => {
    const id = readReference(article[name]);
    return id === null ? [] : [{ [name]: { equals: id } }];
  };
  return [
    ...one('category'),
    ...one('series'),
    ...(tags.length === 0 ? [] : [{ tags: { in: tags } }]),
    ...(organisations.length === 0 ? [] : [{ organisations: { in: organisations } }]),
  ];
}

/** A series most, then organisations, then tags, then the tema. */
function inCommon(one: PayloadDocument, other: PayloadDocument): number {
  const same = (name: string) =>
    readReference(one[name]) !== null && readReference(one[name]) === readReference(other[name]);
  const organisations = new Set(readReferences(other['organisations']));
  const tags = new Set(tagsOf(other));
  return (
    (same('series') ? 4 : 0) +
    3 * readReferences(one['organisations']).filter((id) => organisations.has(id)).length +
    2 * tagsOf(one).filter((tag) => tags.has(tag)).length +
    (same('category') ? 1 : 0)
  );
}

const tagsOf = ({ tags }: PayloadDocument): string[] =>
  Array.isArray(tags) ? tags.map(readText).filter((tag) => tag !== '') : [];
