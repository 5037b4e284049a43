import type { Payload, PayloadRequest } from 'payload';
import type { Article } from '../../../content/model/article.ts';
import {
  readGroup,
  readReference,
  readRows,
  readText,
  readTime,
  type PayloadDocument,
} from '../../mapping/read-document.ts';
import { findExampleMasthead } from '../../starter/example-masthead.ts';
import { hasMasthead } from '../../mapping/has-masthead.ts';
import { mediaOf, toArticle } from '../../mapping/to-article.ts';
import { articlesIn, filesIn } from '../../../content/model/blocks/blocks.ts';
import { quoteProblems } from '../../quotes/show-quotes.ts';
import type { CheckFacts } from './check-article.ts';
import { findDeadLinks } from './find-dead-links.ts';
import { isDocumentId } from '../../mapping/load-documents.ts';

type Database = Payload['db'];
type Asked = Partial<PayloadRequest>;

/** What only warns of something; nothing that is published waits for it. */
type WarningFacts = Pick<
  CheckFacts,
  'published' | 'deadLinks' | 'quoteProblems' | 'hasExampleMasthead'
>;
type DoorFacts = Omit<CheckFacts, keyof WarningFacts>;
export const noWarnings: WarningFacts = {
  published: undefined,
  deadLinks: new Set(),
  quoteProblems: [],
  hasExampleMasthead: false,
};

/** The rest of what the checklist says; the site itself may be asked about links. */
export const gatherWarnings = async (
  payload: Payload,
  article: Article,
): Promise<WarningFacts> => ({
  published: await findPublished(payload, article.id),
  deadLinks: await findDeadLinks(payload.db, article),
  quoteProblems: await quoteProblems(payload, article),
  hasExampleMasthead: (await findExampleMasthead(payload)) !== undefined,
});

/** Looks up what may stop an article. `req` makes it part of a save's transaction. */
export async function gatherFacts(
  { db }: { db: Database },
  article: Article,
  req: Asked = {},
): Promise<DoorFacts> {
  const find = async (collection: Collection, where: Where, select: string[]) =>
    readRows(
      (await db.find({ collection, where, pagination: false, req, select: only(select) })).docs,
    );
  const isId = (id: string) => isDocumentId(db, id);
  const byIds = async (collection: Collection, asked: readonly string[], select: string[]) => {
    const ids = [...new Set(asked)].filter(isId);
    return ids.length === 0 ? [] : find(collection, { id: { in: ids } }, select);
  };

  const media = await byIds('media', mediaOf(article), [
    ...['alt', 'decorative', 'credit', 'rightsUntil', 'width'],
  ]);
  const files = await byIds('files', filesIn(article.body), []);
  const linked = await byIds('articles', articlesIn(article.body), ['title', '_status']);
  const interests = await find('organisations', { interest: { not_equals: 'none' } }, ['name']);
  const parts =
    article.series === null || !isId(article.series)
      ? []
      : await find('articles', { series: { equals: article.series } }, [
          ...['title', 'seriesNumber', '_status'],
        ]);
  const publication = readGroup(await db.findGlobal({ slug: 'publication', req }));
  return {
    now: new Date().toISOString(),
    hasMasthead: hasMasthead(publication),
    media: new Map(media.map((row) => [idOf(row), pictureOf(row)])),
    files: new Set(files.map(idOf)),
    articles: new Map(linked.map((row) => [idOf(row), linkedOf(row)])),
    interests: interests.map((row) => ({ id: idOf(row), name: readText(row['name']) })),
    parts: parts
      .filter((row) => idOf(row) !== article.id && typeof row['seriesNumber'] === 'number')
      .map((row) => ({ ...linkedOf(row), number: Number(row['seriesNumber']) })),
  };
}

type Collection = 'articles' | 'media' | 'files' | 'organisations';
type Where = NonNullable<Parameters<Database['find']>[0]['where']>;

const only = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((name) => [name, true as const]));
const idOf = (row: PayloadDocument) => readReference(row) ?? '';
const pictureOf = (row: PayloadDocument) => ({
  alt: readText(row['alt']),
  decorative: row['decorative'] === true,
  credit: readText(row['credit']),
  rightsUntil: readTime(row['rightsUntil']),
  width: typeof row['width'] === 'number' ? row['width'] : null,
});
const linkedOf = (row: PayloadDocument) => ({
  title: readText(row['title']),
  isPublished: row['_status'] === 'published',
});

/** What readers see of an article now. */
async function findPublished({ db }: { db: Database }, id: string): Promise<Article | undefined> {
  const row: unknown = await db.findOne({
    collection: 'articles',
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
  });
  return row === null ? undefined : toArticle(readGroup(row));
}
