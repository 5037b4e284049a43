import type { Payload, PayloadHandler, PayloadRequest } from 'payload';
import { newsletterPaths, queuedPath } from '../../../content/model/urls.ts';
import { CrowdPause } from '../../limits/crowd-pause.ts';
import { networkOfRequest, RequestLimit } from '../../limits/limit-requests.ts';
import { markup } from '../../../content/model/markup.ts';
import { page, seeOther } from '../../web/page.ts';
import { parseAddress } from './parse-address.ts';
import { sortSeries } from './sort-series.ts';
import { wouldQueue } from './confirmation-room.ts';
import { field, readForm } from '../../web/read-form.ts';
import { requestSubscription } from './request-subscription.ts';
import { sendConfirmations } from './send-confirmations.ts';
import { readEnvironment } from '../../environment.ts';
import { pages, ways } from '../text.ts';
import { anonymousName } from './tokens.ts';
import { parseFrequency } from '../../../content/model/frequencies.ts';
import { setTimeout as sleep } from 'node:timers/promises';

const words = pages.subscribe;
/** Beyond what a hall full of people does at once: each address of a network waits for itself. */
const perNetwork = new CrowdPause({
  id: 'sign-up-network',
  free: 300,
  windowSeconds: 600,
  longest: 30,
});
const perAddress = new RequestLimit({ id: 'sign-up-address', most: 20, windowSeconds: 3600 });
/** And each network for itself; whoever comes from none that is known, for herself. */
const everybody = new CrowdPause({ id: 'sign-up-all', free: 3000, windowSeconds: 600, longest: 5 });

/** Every honest answer takes this long, so that time does not tell whether an address was known. */
const answerAfter = 60;

/** `POST /api/newsletter/subscribe`. The same answer whatever the state of the address. */
export const subscribe: PayloadHandler = async (req) => {
  const earliest = sleep(answerAfter);
  const { wantsJson, fields } = await readForm(req);
  const answer = { req, wantsJson, typed: fields ? field(fields, 'email').slice(0, 320) : '' };
  if (!fields) return refuse(answer, words.unreadable);
  const parsed = parseAddress(field(fields, 'email'));
  if (!parsed.ok) return refuse(answer, words[parsed.reason]);
  const series = await sortSeries(req.payload, fields.getAll('series'));
  if (series.gone.length > 0 && series.known.length === 0) return refuse(answer, words.seriesGone);
  const isPerson = !isRobot(fields);
  const wait = countRequest(req, parsed.address);
  if (wait > 0) return tooMany(answer, wait);
  const turn = isPerson ? await waitForTurn(req, parsed.address) : 0;
  if (turn > 0) return tooMany(answer, turn);
  const network = hashOfNetwork(req);
  const isQueued = isPerson && (await wouldQueue(req.payload, network));
  if (isPerson) {
    const isAsked = await requestSubscription(req.payload, {
      ...parsed,
      frequency: parseFrequency(field(fields, 'frequency')),
      series: series.known,
      page: pathOnSite(field(fields, 'page')),
      method: wantsJson ? ways.formWithScript : ways.form,
      network,
    });
    if (isAsked) sendSoon(req.payload);
  }
  await earliest;
  const path = isQueued ? queuedPath : newsletterPaths.checkMail;
  const body = { ok: true, ...(isQueued ? { message: words.queued } : {}) };
  return wantsJson ? Response.json(body, { status: 202, headers: corsHeaders() }) : seeOther(path);
};

/** The page's script says how long the reader had it before her, and never sends before this many milliseconds. */
const shortestFill = 1_500;

/** Who fills in what nobody sees, or faster than anybody can. Without a script there is no time to tell. */
function isRobot(fields: FormData): boolean {
  const elapsed = field(fields, 'elapsed');
  return field(fields, 'website') !== '' || (elapsed !== '' && !(Number(elapsed) >= shortestFill));
}

/** `OPTIONS /api/newsletter/subscribe`: the form of the public site may ask from its own origin. */
export const allowSubscribe: PayloadHandler = () =>
  new Response(null, { status: 204, headers: corsHeaders() });

/** The reconciler would send the mail within seconds anyway; a person is waiting, so now. */
function sendSoon(payload: Payload): void {
  sendConfirmations(payload).catch((err: unknown) =>
    payload.logger.error({ area: 'newsletter', err, msg: 'a confirmation could not be sent' }),
  );
}

/** So many wait at once with their browsers; beyond that, whoever comes is told to come again. */
const mostWaiting = 500;
let waiting = 0;

/**
 * What all share is counted last, and only for what the smaller limits let through: one visitor cannot use it up. Whoever
 * has to wait a few seconds for it waits here and is not refused. 0 when it is her turn, else in how many seconds.
 */
async function waitForTurn(req: PayloadRequest, address: string): Promise<number> {
  const member = hashOfNetwork(req) ?? anonymousName(address);
  const seconds = everybody.begin('all', member);
  if (seconds === 0 || waiting >= mostWaiting) return seconds;
  waiting += 1;
  // A little longer: a timer may be early by the clock that the pause is measured with.
  await sleep(seconds * 1000 + 100);
  waiting -= 1;
  return everybody.begin('all', member);
}

function countRequest(req: PayloadRequest, address: string): number {
  const network = hashOfNetwork(req);
  const name = anonymousName(address);
  return Math.max(network === null ? 0 : perNetwork.begin(network, name), perAddress.count(name));
}

function hashOfNetwork({ headers }: PayloadRequest): string | null {
  const network = networkOfRequest(headers);
  return network === undefined ? null : anonymousName(network);
}

/** The path of the page the form stood on, or empty: only addresses of our own site are kept. */
function pathOnSite(value: string): string {
  const { siteUrl } = readEnvironment();
  if (value.length > 500 || !URL.canParse(value, siteUrl)) return '';
  const url = new URL(value, siteUrl);
  return value !== '' && url.origin === siteUrl ? url.pathname : '';
}

interface Answer {
  req: PayloadRequest;
  wantsJson: boolean;
  typed: string;
}

const refuse = (answer: Answer, message: string) =>
  problem(answer, { title: words.title, message, status: 422, headers: {} });

const tooMany = (answer: Answer, seconds: number) =>
  problem(answer, {
    title: words.tooManyTitle,
    message: words.tooMany(seconds),
    status: 429,
    headers: { 'retry-after': String(seconds) },
  });

function problem(
  { req, wantsJson, typed }: Answer,
  what: { title: string; message: string; status: number; headers: Record<string, string> },
): Promise<Response> | Response {
  const { message, status } = what;
  const headers = { ...what.headers, ...corsHeaders() };
  if (wantsJson) return Response.json({ ok: false, message }, { status, headers });
  return page(req.payload, {
    title: what.title,
    status,
    headers,
    body: markup`<form method="post" action="/api/newsletter/subscribe">
<p class="problem" id="problem">${message}</p>
<label for="email">${words.label}</label>
<input class="field" id="email" name="email" type="email" autocomplete="email" required aria-describedby="problem" aria-invalid="true" value="${typed}">
<button>${words.button}</button>
</form>`,
  });
}

const corsHeaders = () => ({
  'access-control-allow-origin': readEnvironment().siteUrl,
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'content-type, accept',
  'access-control-max-age': '86400',
  vary: 'Origin',
  'cache-control': 'no-store',
});
