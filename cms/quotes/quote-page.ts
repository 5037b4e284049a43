import type { PayloadHandler, PayloadRequest } from 'payload';
import { tidyText } from '../../content/model/tidy-text.ts';
import { markup, type Markup } from '../../content/model/markup.ts';
import { isReleased } from '../mapping/is-released.ts';
import { writeLog } from '../log/write-log.ts';
import { notice, page } from '../web/page.ts';
import { field, readForm } from '../web/read-form.ts';
import { readQuoteToken } from './quote-url.ts';
import {
  addEvents,
  answersOf,
  findCheck,
  findEvents,
  isOpen,
  type QuoteCheck,
} from './read-checks.ts';
import { text } from './text.ts';

const words = text.page;
const longestComment = 5_000;
/** A hundred quotes with a comment each. */
const mostBytes = 1_000_000;

/** What she has chosen on the form for each quote, and what is missing there. */
interface Choice {
  act: 'approved' | 'commented' | null;
  comment: string;
  problem?: string;
}

/** `GET /api/quote-check`: a page with one button. Whoever looks at links in mails sees no quote and is no visitor. */
export const showQuoteCheck: PayloadHandler = async (req) => {
  const check = await findOpen(req);
  if (check instanceof Response) return check;
  const title = await titleOf(req, check);
  const isOut = await isReleased(req, check.article);
  return page(req.payload, {
    title: words.title,
    body: markup`<p>${words.lead(check.name, title, isOut)}</p>
<form method="post"><button name="action" value="open">${words.open}</button></form>
<p class="help">${words.logged}</p>`,
  });
};

/** `POST /api/quote-check`: opens the quotes, or takes her answers. */
export const answerQuoteCheck: PayloadHandler = async (req) => {
  const check = await findOpen(req);
  if (check instanceof Response) return check;
  const { fields } = await readForm(req, mostBytes);
  if (fields === undefined)
    return notice(req.payload, {
      ...{ title: words.title, lead: text.problems.answersTooLong, status: 413 },
    });
  const action = field(fields, 'action');
  if (action !== 'answer') {
    // A mail program may post what it likes: what it does not mean is no visit.
    if (action !== 'open') return showQuoteCheck(req);
    await addEvents(req.payload, check.id, [{ act: 'opened' }]);
    return form(req, check, answersOf(check, await findEvents(req.payload, check.id)));
  }
  const choices = check.quotes.map((_, n) => readChoice(fields, n));
  if (choices.some(({ problem }) => problem !== undefined)) return form(req, check, choices, 400);
  await addEvents(
    req.payload,
    check.id,
    choices.flatMap(({ act, comment }, quote) =>
      act === null ? [] : [{ act, quote, comment: act === 'commented' ? comment : null }],
    ),
  );
  await writeLog(
    { payload: req.payload, user: { id: '', name: text.log.somebody, email: '' } },
    { act: 'quotes-answered', what: await titleOf(req, check), document: check.article },
  );
  return page(req.payload, {
    title: words.thanks,
    body: markup`<p class="done">${words.thanksLead}</p>
<form method="post"><button class="quiet" name="action" value="open">${words.again}</button></form>`,
  });
};

async function findOpen(req: PayloadRequest): Promise<Response | QuoteCheck> {
  const id = readQuoteToken(req.searchParams.get('token') ?? '');
  const check = id === undefined ? undefined : await findCheck(req.payload, id);
  if (check === undefined)
    return notice(req.payload, { title: words.unknown, lead: words.unknownLead, status: 404 });
  if (await isOpen(req.payload, check)) return check;
  return notice(req.payload, { title: words.closed, lead: words.closedLead, status: 410 });
}

async function titleOf({ payload }: PayloadRequest, { article }: QuoteCheck): Promise<string> {
  const found = await payload.findByID({
    ...{ collection: 'articles', id: article, draft: true, depth: 0 },
    ...{ disableErrors: true, select: { title: true } },
  });
  return found?.title || words.untitled;
}

function readChoice(fields: FormData, n: number): Choice {
  const answer = field(fields, `answer-${String(n)}`);
  const comment = tidyText(field(fields, `comment-${String(n)}`)).trim();
  if (comment.length > longestComment)
    return { act: null, comment, problem: words.commentLong(longestComment) };
  if (answer === 'approved') return { act: 'approved', comment };
  if (answer !== 'commented') return { act: null, comment, problem: words.choose };
  return comment === ''
    ? { act: 'commented', comment, problem: words.write }
    : { act: 'commented', comment };
}

function form(
  req: PayloadRequest,
  check: QuoteCheck,
  choices: readonly (Choice | null)[],
  status = 200,
): Promise<Response> {
  return page(req.payload, {
    status,
    title: words.title,
    body: markup`${status !== 200 && markup`<p class="problem" role="alert">${words.someMissing}</p>`}
<p>${words.explain}</p>
<form method="post">
${check.quotes.map((quote, n) => quoteField(quote, n, check.quotes.length, choices[n] ?? null))}
<button name="action" value="answer">${words.send}</button>
</form>
<p class="help">${words.logged}</p>`,
  });
}

function quoteField(
  { quote, before, after }: QuoteCheck['quotes'][number],
  n: number,
  all: number,
  choice: Choice | null,
): Markup {
  const name = `answer-${String(n)}`;
  const problem = choice?.problem;
  const described = problem === undefined ? '' : markup` aria-describedby="problem-${n}"`;
  const radio = (value: 'approved' | 'commented', label: string) =>
    markup`<label class="choice"><input type="radio" name="${name}" value="${value}"${
      choice?.act === value && markup` checked`
    }${described}> ${label}</label>`;
  return markup`<fieldset>
<legend>${words.quote(n + 1, all)}</legend>
${before !== '' && markup`<p class="help">${before}</p>`}
<blockquote>${quote}</blockquote>
${after !== '' && markup`<p class="help">${after}</p>`}
${problem !== undefined && markup`<p class="problem" id="problem-${n}">${problem}</p>`}
${radio('approved', words.approve)}
${radio('commented', words.comment)}
<label class="comment">${words.commentLabel}<textarea class="field" name="comment-${n}" rows="3" maxlength="${longestComment}">${choice?.comment ?? ''}</textarea></label>
</fieldset>`;
}
