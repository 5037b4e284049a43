import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readBody, sendJson } from './http.ts';
import type { Entry } from './journal.ts';
import type { PostOffice } from './post-office.ts';
import { faultSchema } from './settings.ts';

const faultsSchema = z.strictObject({ faults: z.array(faultSchema) });
/** Milliseconds forward (or back), or the time it is to be. */
const clockSchema = z.union([
  z.strictObject({ move: z.number() }),
  z.strictObject({ at: z.iso.datetime() }),
]);
const suppressionSchema = z.strictObject({
  add: z.array(z.string()).default([]),
  remove: z.array(z.string()).default([]),
});
/** Which mails to tell of again; all without `ids`. */
const replaySchema = z.strictObject({ ids: z.array(z.string()).optional() });

/** The tests' way in: faults, clock, switches, and the journal. For this machine's programs only. */
export async function control(
  office: PostOffice,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOurOwn(request)) {
    sendJson(response, 403, { error: 'The control API answers programs on this machine only.' });
    return;
  }
  if (request.method === 'GET') {
    const known = look(office, pathname);
    sendJson(response, known === undefined ? 404 : 200, known ?? unknownAddress);
    return;
  }
  try {
    const body: unknown = JSON.parse((await readBody(request)) || '{}');
    const isKnown = request.method === 'POST' && act(office, pathname, body);
    sendJson(response, isKnown ? 200 : 404, isKnown ? { ok: true } : unknownAddress);
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    sendJson(response, 400, { error: reason });
  }
}

const unknownAddress = { error: 'No such control address; see scripts/mailbox/README.md.' };

function look(office: PostOffice, pathname: string): object | undefined {
  switch (pathname) {
    case '/_control/journal':
      return { mails: office.journal.mails(), entries: office.journal.entries.map(withIdsOnly) };
    case '/_control/settings':
      return office.settings;
    case '/_control/clock':
      return { at: new Date(office.now()).toISOString() };
    case '/_control/suppressions':
      return { addresses: office.suppressed() };
    default:
      return undefined;
  }
}

/** The mails themselves stand beside. */
const withIdsOnly = (entry: Entry) => ({ ...entry, mails: entry.mails.map(({ id }) => id) });

/** False when there is no such address. */
function act(office: PostOffice, pathname: string, body: unknown): boolean {
  switch (pathname) {
    case '/_control/faults':
      office.faults = faultsSchema.parse(body).faults;
      return true;
    case '/_control/settings':
      office.change(body);
      return true;
    case '/_control/clock': {
      const clock = clockSchema.parse(body);
      office.moveClock('move' in clock ? clock.move : Date.parse(clock.at) - office.now());
      return true;
    }
    case '/_control/suppressions': {
      const { add, remove } = suppressionSchema.parse(body);
      office.suppress(add);
      office.release(remove);
      return true;
    }
    case '/_control/webhooks/replay': {
      const { ids } = replaySchema.parse(body);
      const mails = office.journal.mails();
      const told = ids === undefined ? mails : mails.filter(({ id }) => ids.includes(id));
      office.webhooks.announce(told, { ...office.settings, webhookDelay: 0 });
      return true;
    }
    case '/_control/reset':
      office.reset();
      return true;
    default:
      return false;
  }
}

/** From a loopback address, under a loopback name, and not from a page in a browser. */
function isOurOwn(request: IncomingMessage): boolean {
  const { remoteAddress = '' } = request.socket;
  const isLocal = /^(::ffff:)?127\.|^::1$/.test(remoteAddress);
  const isFromPage =
    request.headers.origin !== undefined || request.headers['sec-fetch-mode'] === 'no-cors';
  return isLocal && hasLocalName(request) && !isFromPage;
}

/** Whether it was asked for under a loopback name: a page's own script cannot pretend that. */
export const hasLocalName = ({ headers }: IncomingMessage) =>
  /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)(:\d+)?$/.test(headers.host ?? '');
