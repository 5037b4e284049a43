import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasBearer } from '../../../content/wire/bearer.ts';
import { readPreviewToken } from '../../../content/wire/preview-token.ts';
import {
  imageFolder,
  previewFolder,
  publisherEndpoints,
  uploadPath,
} from '../../../content/model/urls.ts';
import { z } from 'zod';
import { sendFile } from './send-file.ts';
import { text } from '../../src/text.ts';
import type { OpenSite } from '../open-site.ts';
import { readAddress } from './serve-static.ts';
import { LinkEnded } from '../connect-cms.ts';
import { renderPreview } from './render-preview.ts';

const largestBody = 1_000_000;
/** As the CMS takes an article. */
const largestDraft = 4 * 1024 * 1024;
const receiptsSchema = z.object({
  articles: z.array(z.object({ id: z.string(), revision: z.string() })).max(10_000),
});

/** `/_publisher/…` for the CMS (bearer token) and `/_preview/…` for editors (signed address). */
export async function answerControl(options: {
  site: OpenSite;
  publishToken: string;
  request: IncomingMessage;
  response: ServerResponse;
}): Promise<void> {
  const { site, publishToken, request, response } = options;
  const url = readAddress(request) ?? new URL('http://site/');
  if (url.pathname.startsWith(previewFolder)) {
    await answerPreview({ site, publishToken, url, request, response });
    return;
  }
  if (!hasBearer(request.headers.authorization, publishToken)) {
    sendJson(response, 401, { error: 'unauthorised' });
    return;
  }
  switch (`${request.method} ${url.pathname}`) {
    case `POST ${publisherEndpoints.ping}`:
      request.resume();
      site.loop.ping();
      sendJson(response, 202, {});
      return;
    case `GET ${publisherEndpoints.status}`:
      sendJson(response, 200, { ...site.loop.status(), target: site.mirror?.status() ?? null });
      return;
    case `POST ${publisherEndpoints.receipts}`: {
      const asked = receiptsSchema.safeParse(await readJson(request));
      if (!asked.success) sendJson(response, 400, { error: asked.error.message });
      else sendJson(response, 200, { receipts: site.loop.receiptsFor(asked.data.articles) });
      return;
    }
    case `POST ${publisherEndpoints.publishAll}`:
      request.resume();
      await answerPublishAll(site, response);
      return;
    default:
      sendJson(response, 404, { error: 'unknown address' });
  }
}

/** One line of progress as JSON now and then; the last one says `finished`. */
async function answerPublishAll(site: OpenSite, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  let started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  let pullSeconds = 0;
  let last = 0;
  let total = 0;
  const progress = (done: number, all: number) => {
    total = all;
    if (done - last < 200) return;
    last = done;
    response.write(`${JSON.stringify({ done, total })}\n`);
  };
  try {
    await site.loop.publishAll({
      onPulled: () => {
        pullSeconds = elapsed();
        started = performance.now();
      },
      progress,
    });
    const end = { done: total, total, finished: true, pullSeconds, seconds: elapsed() };
    response.end(`${JSON.stringify(end)}\n`);
  } catch (error) {
    response.end(
      `${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`,
    );
  }
}

async function answerPreview(options: {
  site: OpenSite;
  publishToken: string;
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
}): Promise<void> {
  const { site, publishToken, url, request, response } = options;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-robots-tag', 'noindex, nofollow');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-content-type-options', 'nosniff');
  const [, , what, first = '', name = ''] = url.pathname.split('/');
  const token = what === imageFolder ? first : (url.searchParams.get('token') ?? '');
  const claim = readPreviewToken(token, publishToken);
  if (!claim.ok || (what === 'article' && claim.id !== decoded(first))) {
    sendText(response, 403, text.preview.expired);
    return;
  }
  const { id, sharedAt } = claim;
  try {
    if (what === imageFolder) {
      // A link that was given away opens the pictures of its draft, as long as the CMS has not ended it; the others
      // of the page are those that everybody sees.
      const own = sharedAt === undefined || (await isOfDraft(site, { id, sharedAt, name }));
      if (own) await answerFile({ site, name, range: request.headers.range }, response);
      else response.writeHead(302, { location: uploadPath(name) }).end();
      return;
    }
    // In the pane of the admin it is posted what is not saved yet. Whoever was given a link sees what is.
    const isLive = request.method === 'POST' && sharedAt === undefined;
    const unsaved = isLive ? await readJson(request, largestDraft) : undefined;
    const { html, policy } = await renderPreview({ ...site, id, sharedAt, unsaved, token });
    response.setHeader('content-security-policy', policy);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  } catch (error) {
    if (error instanceof LinkEnded) sendText(response, 403, text.preview.expired);
    else sendText(response, 502, text.preview.unavailable);
  }
}

async function isOfDraft(
  site: OpenSite,
  { id, sharedAt, name }: { id: string; sharedAt: string; name: string },
): Promise<boolean> {
  const { media, files: offered } = await site.cms.draft(id, { sharedAt });
  return [...media, ...offered].some(({ files }) => files.some((file) => file.name === name));
}

/** A picture, or a part of a film. */
async function answerFile(
  options: { site: OpenSite; name: string; range: string | undefined },
  response: ServerResponse,
): Promise<void> {
  const { site, name, range } = options;
  const isName = /^[a-z0-9][a-z0-9._-]*$/.test(name);
  const path = isName ? await site.pictures.pathOf(name).catch(() => undefined) : undefined;
  if (path === undefined) sendText(response, 404, '');
  else sendFile(path, range, response);
}

/** As in the address; empty when it is no text. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ''; // half a sign: nothing has that name
  }
}

async function readJson(request: IncomingMessage, most = largestBody): Promise<unknown> {
  let body = '';
  request.setEncoding('utf8'); // a letter may stand across two chunks
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > most) throw new Error('the request is too large');
  }
  return JSON.parse(body);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function sendText(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(message);
}
