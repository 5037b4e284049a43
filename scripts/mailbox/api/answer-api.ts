import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import { readBody, sendJson } from '../http.ts';
import { recipientsOf, type AcceptedMail } from '../mail.ts';
import { outcomeFor } from '../outcome-for.ts';
import type { Answer, PostOffice } from '../post-office.ts';
import { messageId } from '../webhook-events.ts';

/** Answers as api.resend.com does: the two ways to send, one mail by its id, 404 for all the rest. */
export async function answerApi(
  office: PostOffice,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { authorization } = request.headers;
  const isSending = pathname === '/emails' || pathname === '/emails/batch';
  if (isSending && request.method === 'POST') {
    send(response, await submit(office, pathname, request));
    return;
  }
  const id = /^\/emails\/([^/]+)$/.exec(pathname)?.[1];
  const answer = await office.answer(authorization, () => {
    if (isSending || (id !== undefined && request.method !== 'GET')) {
      throw new ApiError(
        405,
        'method_not_allowed',
        'Method is not allowed for the requested path.',
      );
    }
    if (id === undefined) {
      throw new ApiError(404, 'not_found', 'The requested endpoint does not exist.');
    }
    return { status: 200, headers: {}, body: describe(findMail(office, id)) };
  });
  send(response, answer);
}

async function submit(
  office: PostOffice,
  endpoint: '/emails' | '/emails/batch',
  request: IncomingMessage,
): Promise<Answer> {
  const header = (name: string) => request.headers[name]?.toString();
  const authorization = header('authorization');
  const body = await readBody(request);
  if (body === undefined) {
    return office.answer(authorization, () => {
      throw new ApiError(413, 'validation_error', 'The request is larger than 40 MB.');
    });
  }
  return office.submit({
    endpoint,
    body,
    authorization,
    idempotencyKey: header('idempotency-key'),
    isPermissive: header('x-batch-validation') === 'permissive',
  });
}

function send(response: ServerResponse, { status, headers, body, network }: Answer): void {
  if (network === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (network === 'truncate') {
    const text = JSON.stringify(body);
    response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
    response.end(text.slice(0, Math.floor(text.length / 2)));
    return;
  }
  sendJson(response, status, body, headers);
}

function findMail(office: PostOffice, id: string): AcceptedMail {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) {
    throw new ApiError(422, 'invalid_parameter', 'The parameter must be a valid UUID.');
  }
  const mail = office.journal.find(id.toLowerCase());
  if (mail === undefined) throw new ApiError(404, 'not_found', 'Email not found');
  return mail;
}

function describe(mail: AcceptedMail) {
  const { id, at, from, to, cc, bcc, replyTo, subject, html, text } = mail;
  const outcomes = recipientsOf(mail).map((address) => outcomeFor(mail, address));
  return {
    object: 'email',
    id,
    message_id: messageId(mail),
    from,
    to,
    cc,
    bcc,
    reply_to: replyTo,
    subject,
    html,
    text,
    created_at: at,
    last_event: outcomes.find((outcome) => outcome !== 'delivered') ?? 'delivered',
  };
}
