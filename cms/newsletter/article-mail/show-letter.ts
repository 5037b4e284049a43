import type { PayloadHandler, PayloadRequest, TypedUser } from 'payload';
import { absoluteUrl, newsletterPath } from '../../../content/model/urls.ts';
import { writeLog } from '../../log/write-log.ts';
import { loadDraft } from '../../mapping/load-article.ts';
import { renderAlert } from '../letters/alert.ts';
import { toAlert } from '../letters/to-alert.ts';
import { placeholder, type Letter } from '../letters/letter-parts.ts';
import { markup } from '../../../content/model/markup.ts';
import { notice, page } from '../../web/page.ts';
import { RequestLimit } from '../../limits/limit-requests.ts';
import { readEnvironment } from '../../environment.ts';
import { panelText } from '../admin/text.ts';

const words = panelText.letter;
const perUser = new RequestLimit({ id: 'test-mails', most: 20, windowSeconds: 3600 });

/**
 * `GET /api/newsletter/letter/<articleId>`: the alert as it would go out now, for those in the newsroom who
 * may read the article. `?part=html` is the mail alone, for the frame on the page.
 */
export const showLetter: PayloadHandler = async (req) => {
  const found = await findLetter(req);
  if (found instanceof Response) return found;
  if (req.searchParams.get('part') === 'html') return mailAlone(found.letter);
  return letterPage(req, found);
};

/** `POST` of the same: sends the mail to whoever asks, and to nobody else. */
export const sendTest: PayloadHandler = async (req) => {
  const found = await findLetter(req);
  if (found instanceof Response) return found;
  const { letter, user } = found;
  if (perUser.count(String(user.id)) > 0) return letterPage(req, found, words.tooMany);
  try {
    await req.payload.sendEmail({
      to: user.email,
      ...letter,
      subject: words.testSubject(letter.subject),
    });
    await writeLog(req, { act: 'mail-tested', what: letter.subject, document: found.id });
    return await letterPage(req, found, words.sent(user.email));
  } catch (error) {
    req.payload.logger.error({
      ...{ area: 'newsletter', err: error, msg: 'a test mail could not be sent' },
    });
    return letterPage(req, found, words.notSent);
  }
};

interface Found {
  id: string;
  letter: Letter;
  user: TypedUser;
}

async function findLetter(req: PayloadRequest): Promise<Found | Response> {
  const { payload, user } = req;
  if (!user) return notice(payload, { title: words.title, lead: words.login, status: 401 });
  const id = req.routeParams?.['articleId'];
  const loaded = typeof id === 'string' ? await loadDraft(payload, id, user) : undefined;
  if (!loaded) return notice(payload, { title: words.title, lead: words.unknown, status: 404 });
  const { siteUrl } = readEnvironment();
  const letter = renderAlert(toAlert(loaded, siteUrl));
  const signup = absoluteUrl(siteUrl, newsletterPath);
  // Nobody's own links: whoever reads a test is not the subscriber they would belong to.
  const fill = (body: string) =>
    body.replaceAll(placeholder.unsubscribe, signup).replaceAll(placeholder.preferences, signup);
  return {
    id: String(id),
    letter: { ...letter, html: fill(letter.html), text: fill(letter.text) },
    user,
  };
}

function letterPage(req: PayloadRequest, { letter, user }: Found, said = ''): Promise<Response> {
  const kilobytes = Math.ceil(Buffer.byteLength(letter.html) / 1000);
  return page(req.payload, {
    title: letter.subject || words.untitled,
    frames: true,
    isForNewsroom: true,
    body: markup`<p class="help">${words.explained}</p>
${said !== '' && markup`<p class="done" role="status">${said}</p>`}
<form method="post"><button>${words.send(user.email)}</button></form>
<h2>${words.asHtml}</h2>
<iframe class="mail" title="${words.asHtml}" src="?part=html"></iframe>
<p class="help">${words.weight(kilobytes)}</p>
<h2>${words.asText}</h2>
<pre>${letter.text}</pre>`,
  });
}

/** Shown in a frame of ours only; it may load pictures, and nothing in it can run. */
const mailAlone = ({ html }: Letter) =>
  new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' ${readEnvironment().siteUrl}; frame-ancestors 'self'`,
    },
  });
