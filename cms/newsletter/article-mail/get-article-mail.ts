import type { Payload, PayloadHandler, PayloadRequest } from 'payload';
import { isEditor } from '../../access.ts';
import { writeLog } from '../../log/write-log.ts';
import { ensureMailing } from '../mailings/ensure-mailing.ts';
import { correctionKey } from '../mailings/schedule-corrections.ts';
import { loadPublished } from '../../mapping/load-article.ts';
import { isAlertDue } from '../store/articles.ts';
import { mailingsAbout } from '../store/mailings.ts';
import type { MailingRow } from '../store/rows.ts';
import { isUnderway, stuckStatuses } from '../store/states.ts';
import { countChoices, countOutcomes, countReached } from '../store/counts.ts';
import { readSeries } from '../store/series.ts';
import { text } from '../text.ts';
import { preferenceOf } from '../mailings/preference-of.ts';
import { panelText } from '../admin/text.ts';
import type { ArticleMail } from './article-mail.ts';
import { sentenceOf } from '../admin/sentence-of.ts';

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
  const mailings = await mailingsAbout(payload, articleId);
  return {
    isUnderway:
      mailings.some(({ status }) => isUnderway(status)) || (await isAlertDue(payload, articleId)),
    // Once there is an alert, its own counts are shown instead.
    readers: mailings.some(({ kind }) => kind === 'alert')
      ? 0
      : await countReaders(payload, articleId),
    mailings: await Promise.all(mailings.map((mailing) => describe(payload, mailing))),
    corrections: await findCorrections(payload, articleId, mailings),
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
  const [choices, index] = await Promise.all([countChoices(payload), readSeries(payload)]);
  return choices
    .filter((each) => preferenceOf(each, { seriesSlug }, index).kind === 'now')
    .reduce((sum, { count }) => sum + count, 0);
}

async function describe(
  payload: Payload,
  mailing: MailingRow,
): Promise<ArticleMail['mailings'][number]> {
  const { afterwards } = await countOutcomes(payload, mailing.id);
  const left = await countReached(payload, mailing.id, 'unsubscribed');
  const { labels } = words;
  const counts = [
    { label: labels.waiting, count: mailing.waiting },
    { label: labels.delivered, count: afterwards.delivered },
    { label: labels.bounced, count: afterwards.bounced },
    { label: labels.complained, count: afterwards.complained },
    { label: labels.failed, count: mailing.failed },
    { label: labels.uncertain, count: mailing.uncertain },
    { label: labels.left, count: left },
    { label: labels.excluded, count: mailing.excluded },
  ];
  return {
    id: mailing.id,
    title: text.mailings.kinds[mailing.kind],
    isProblem: stuckStatuses.includes(mailing.status) || mailing.failed > 0,
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
  const receivers = await countReached(payload, alert.id, 'active');
  const article = receivers === 0 ? undefined : await loadPublished(payload, articleId);
  const mailed = new Set(mailings.map(({ key }) => key));
  return (article?.corrections ?? [])
    .filter(({ id }) => !mailed.has(correctionKey(articleId, id)))
    .map(({ id, text }) => ({ id, text, receivers }));
}
