import type { Payload, PayloadHandler, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Article } from '../../content/model/article.ts';
import { loadPublication } from '../mapping/load-article.ts';
import { isReleased } from '../mapping/is-released.ts';
import { readGroup } from '../mapping/read-document.ts';
import { toDraftArticle } from '../mapping/to-article.ts';
import { writeLog } from '../log/write-log.ts';
import { formatMinute } from '../shared/format-times.ts';
import { json, notFound, pathParameter, readJson, unauthorized } from '../shared/http.ts';
import { findQuotes } from './find-quotes.ts';
import { quoteUrl } from './quote-url.ts';
import { quoteSchema } from './quote-view.ts';
import { daysOpen, findCheck, isOpen, type QuoteCheck } from './read-checks.ts';
import { showQuotes } from './show-quotes.ts';
import { text as shared } from '../text.ts';
import { unlessUnpublishable } from '../mapping/unpublishable-error.ts';
import { text } from './text.ts';

const { problems } = text;
const asked = z.object({
  name: z
    .string(problems.nameMissing)
    .trim()
    .min(1, problems.nameMissing)
    .max(200, problems.tooMuch),
  email: z
    .string(problems.emailUnreadable)
    .refine((address) => address === '' || isAddress(address), problems.emailUnreadable)
    .default(''),
  quotes: z
    .array(quoteSchema, problems.quotesMissing)
    .transform((quotes) => quotes.filter(({ quote }) => quote.trim() !== ''))
    .pipe(z.array(quoteSchema).min(1, problems.quotesMissing).max(100, problems.tooMuch)),
});
const isAddress = (address: string) => z.email().safeParse(address).success;

/** `GET /api/desk/quotes/<article>`: whom it quotes, and what they have answered. */
export const getQuotes: PayloadHandler = async (req) => {
  const article = await findArticle(req);
  return article instanceof Response ? article : json(await showQuotes(req.payload, article));
};

/** `POST /api/desk/quotes/<article>`: a private link for one person, mailed to her when there is an address. */
export const askForQuotes: PayloadHandler = async (req) => {
  const article = await findArticle(req);
  if (article instanceof Response) return article;
  const parsed = asked.safeParse(await readJson(req));
  if (!parsed.success) {
    // What a program sends in another shape, the schema tells in its own words.
    const ours = new Set<unknown>(Object.values(problems));
    return refuse(
      parsed.error.issues.find(({ message }) => ours.has(message))?.message ??
        problems.quotesMissing,
    );
  }
  const { name, email } = parsed.data;
  const found = new Set(findQuotes(article, name).map(({ quote }) => quote));
  const quotes = parsed.data.quotes.map((each) => ({ ...each, isWhole: found.has(each.quote) }));
  const at = new Date();
  const made = await req.payload.db.create({
    collection: 'quote-checks',
    data: {
      ...{ article: article.id, name, email, quotes, at: at.toISOString() },
      askedBy: req.user?.name || req.user?.email,
      expiresAt: new Date(at.getTime() + daysOpen * 24 * 3_600_000).toISOString(),
    },
  });
  const id = String((made as { id: string | number }).id); // why: a row that was just written has one
  await writeLog(req, { act: 'quotes-sent', what: article.title, document: article.id });
  const isSent = email === '' || (await mailCheck(req.payload, id, article));
  return json(await showQuotes(req.payload, article, isSent ? '' : problems.notMailed));
};

/** `POST …/<check>/mail`: once more; the same mail with the same key, so that nobody gets it twice. */
export const mailQuotes: PayloadHandler = async (req) => {
  const found = await findOf(req);
  if (found instanceof Response) return found;
  const isSent = await mailCheck(req.payload, found.check.id, found.article);
  return json(await showQuotes(req.payload, found.article, isSent ? '' : problems.notMailed));
};

/** `POST …/<check>/end`: the link is dead. What she answered stays. */
export const endQuotes: PayloadHandler = async (req) => {
  const found = await findOf(req);
  if (found instanceof Response) return found;
  const { check, article } = found;
  await req.payload.db.updateOne({
    ...{ collection: 'quote-checks', id: check.id },
    data: { endedAt: check.endedAt ?? new Date().toISOString() },
  });
  // Without her name: the log is kept longer than she was told.
  await writeLog(req, { act: 'quotes-ended', what: article.title, document: article.id });
  return json(await showQuotes(req.payload, article));
};

async function mailCheck(payload: Payload, id: string, article: Article): Promise<boolean> {
  const check = await findCheck(payload, id);
  if (!check?.email || !(await isOpen(payload, check))) return false;
  const publication = (await loadPublication(payload)).name;
  try {
    await payload.sendEmail({
      to: check.email,
      subject: text.mail.subject(publication),
      text: text.mail.text({
        ...{ name: check.name, title: article.title || text.page.untitled, publication },
        isOut: await isReleased({ payload }, article.id),
        url: quoteUrl(id),
        until: formatMinute(check.expiresAt, new Date(check.at)),
      }),
      date: check.at,
    });
  } catch (err) {
    payload.logger.error({ area: 'quotes', err, msg: 'a quote check was not mailed', check: id });
    return false;
  }
  const mailedAt = new Date().toISOString();
  await payload.db.updateOne({ collection: 'quote-checks', id, data: { mailedAt } });
  return true;
}

async function findOf(
  req: PayloadRequest,
): Promise<Response | { article: Article; check: QuoteCheck }> {
  const article = await findArticle(req);
  if (article instanceof Response) return article;
  const check = await findCheck(req.payload, pathParameter(req, 'checkId'));
  return check?.article === article.id ? { article, check } : notFound();
}

/** The newest draft, for whoever is logged in. */
async function findArticle(req: PayloadRequest): Promise<Response | Article> {
  if (!req.user) return unauthorized();
  const document: unknown = await req.payload.findByID({
    ...{ collection: 'articles', id: pathParameter(req, 'articleId'), draft: true, depth: 0 },
    ...{ disableErrors: true, overrideAccess: false, user: req.user },
  });
  if (document === null) return notFound();
  const article = unlessUnpublishable(() => toDraftArticle(readGroup(document)));
  return article ?? refuse(shared.problems.bodyUnshowable);
}

const refuse = (message: string) => json({ errors: [{ message }] }, 400);
