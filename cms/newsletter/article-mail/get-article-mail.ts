import type { Payload, PayloadHandler, PayloadRequest, Where } from 'payload';
import { isEditor } from '../../access.ts';
import { writeLog } from '../../log/write-log.ts';
import { ensureMailing } from '../mailings/ensure-mailing.ts';
import { correctionKey } from '../mailings/schedule-corrections.ts';
import { loadPublished } from '../../mapping/load-article.ts';
import type { MailingRow, SubscriberRow } from '../store/rows.ts';
import { text } from '../text.ts';
import { preferenceOf } from '../mailings/preference-of.ts';
import { panelText } from '../admin/text.ts';
import type { ArticleMail } from './article-mail.ts';
import { sentenceOf } from '../admin/sentence-of.ts';
import { immediate } from '../../../content/model/frequencies.ts';

const words = panelText.articleMail;

/** `GET /api/newsletter/article/<id>` for the panel: an `ArticleMail`. */
export const getArticleMail: PayloadHandler = async (req) => {
  const id = articleIdOf(req);
  if (!req.user || id === undefined) return Response.json({ ok: false }, { status: 401 });
  return Response.json(await readArticleMail(req.payload, id), {
    headers: { 'cache-control': 'no-store' },
  });
};

/**
 * `POST /api/newsletter/article/<id>` with `{"correction": "<id>"}`: mails that correction, once, to those who
 * got the alert. Asked again it changes nothing.
 */
export const mailCorrection: PayloadHandler = async (req) => {
  const id = articleIdOf(req);
  if (!(await isEditor({ req })) || id === undefined) return refuse(401, words.notAllowed);
  // why: whatever was sent; only a known id of a correction on the site gets any further.
  const asked = (await req.json?.().catch(() => undefined)) as { correction?: unknown } | undefined;
  const { corrections } = await readArticleMail(req.payload, id);
  const correction = corrections.find((each) => each.id === asked?.correction);
  if (!correction) return refuse(409, words.cannotBeMailed);
  await ensureMailing(req.payload, {
    key: correctionKey(id, correction.id),
    kind: 'correction',
    article: id,
    requestedAt: new Date().toISOString(),
  });
  await writeLog(req, { act: 'correction-mailed', what: correction.text, document: id });
  return Response.json(await readArticleMail(req.payload, id), { status: 201 });
};

const refuse = (status: number, message: string) =>
  Response.json({ ok: false, message }, { status });

function articleIdOf(req: PayloadRequest): string | undefined {
  const id = req.routeParams?.['articleId'];
  return typeof id === 'string' ? id : undefined;
}

async function readArticleMail(payload: Payload, articleId: string): Promise<ArticleMail> {
  const { docs } = await payload.db.find<MailingRow>({
    collection: 'mailings',
    where: { article: { equals: articleId } },
    sort: 'createdAt',
    limit: 20,
    pagination: false,
  });
  return {
    isLive: docs.some(({ status }) => status !== 'finished' && status !== 'cancelled'),
    // Once there is an alert, its own counts are shown instead.
    readers: docs.some(({ kind }) => kind === 'alert') ? 0 : await countReaders(payload, articleId),
    mailings: await Promise.all(docs.map((mailing) => describe(payload, mailing))),
    corrections: await findCorrections(payload, articleId, docs),
  };
}

/** Who would get an alert of the article as it is now, also while it is a draft. */
async function countReaders(payload: Payload, articleId: string): Promise<number> {
  const { series } = await payload.findByID({
    collection: 'articles',
    id: articleId,
    draft: true,
    depth: 1,
    select: { series: true },
  });
  const seriesSlug = typeof series === 'object' && series !== null ? (series.slug ?? null) : null;
  let readers = 0;
  for (let after = ''; ;) {
    const { docs } = await payload.db.find<Pick<SubscriberRow, 'id' | 'frequency' | 'series'>>({
      collection: 'subscribers',
      where: {
        and: [
          { state: { equals: 'active' } },
          { frequency: { in: immediate } },
          ...(after === '' ? [] : [{ id: { greater_than: after } }]),
        ],
      },
      select: { frequency: true, series: true },
      sort: 'id',
      limit: 1_000,
      pagination: false,
    });
    readers += docs.filter((each) => preferenceOf(each, { seriesSlug }).kind === 'now').length;
    const last = docs.at(-1);
    if (last === undefined) return readers;
    after = last.id;
  }
}

async function describe(
  payload: Payload,
  mailing: MailingRow,
): Promise<ArticleMail['mailings'][number]> {
  const ofMailing: Where = { mailing: { equals: mailing.id } };
  const afterwards = (state: string) =>
    count(payload, 'deliveries', [ofMailing, { afterwards: { equals: state } }]);
  const left = await count(payload, 'deliveries', [
    ofMailing,
    { state: { equals: 'accepted' } },
    { 'subscriber.state': { equals: 'unsubscribed' } },
  ]);
  const { labels } = words;
  const counts = [
    { label: labels.waiting, count: mailing.waiting },
    { label: labels.delivered, count: await afterwards('delivered') },
    { label: labels.bounced, count: await afterwards('bounced') },
    { label: labels.complained, count: await afterwards('complained') },
    { label: labels.failed, count: mailing.failed },
    { label: labels.uncertain, count: mailing.uncertain },
    { label: labels.left, count: left },
    { label: labels.excluded, count: mailing.excluded },
  ];
  return {
    id: mailing.id,
    title: text.mailings.kinds[mailing.kind],
    isProblem: ['held', 'needs-person', 'paused'].includes(mailing.status) || mailing.failed > 0,
    sentence: sentenceOf(mailing),
    counts: counts.filter((each) => each.count > 0),
  };
}

/** What stands in the published article, was not mailed, and has somebody to be mailed to. */
async function findCorrections(
  payload: Payload,
  articleId: string,
  mailings: readonly MailingRow[],
): Promise<ArticleMail['corrections']> {
  const alert = mailings.find(({ kind, frozenAt }) => kind === 'alert' && frozenAt !== null);
  if (!alert) return [];
  const receivers = await count(payload, 'deliveries', [
    { mailing: { equals: alert.id } },
    { state: { equals: 'accepted' } },
    { 'subscriber.state': { equals: 'active' } },
  ]);
  const article = receivers === 0 ? undefined : await loadPublished(payload, articleId);
  const mailed = new Set(mailings.map(({ key }) => key));
  return (article?.corrections ?? [])
    .filter(({ id }) => !mailed.has(correctionKey(articleId, id)))
    .map(({ id, text }) => ({ id, text, receivers }));
}

async function count(
  payload: Payload,
  collection: 'subscribers' | 'deliveries',
  and: Where[],
): Promise<number> {
  return (await payload.db.count({ collection, where: { and } })).totalDocs;
}
