import type { Payload, PayloadHandler, PayloadRequest } from 'payload';
import { isEditor } from '../../access.ts';
import { writeLog } from '../../log/write-log.ts';
import { missedDeliveries } from '../store/deliveries.ts';
import { findMailing } from '../store/mailings.ts';
import type { DeliveryRow, MailingRow } from '../store/rows.ts';
import { findSubscribers } from '../store/subscribers.ts';
import { sendAgain } from '../mailings/send-again.ts';
import { text } from '../text.ts';
import { panelText } from './text.ts';
import type { MailingView } from './mailing-view.ts';
import { sentenceOf } from './sentence-of.ts';
import { isUnderway, stuckStatuses } from '../store/states.ts';

const words = panelText.mailingView;
const shown = 100;

/** `GET /api/newsletter/mailing/<id>`: a `MailingView`. */
export const getMailing: PayloadHandler = async (req) => {
  const mailing = await readMailing(req);
  if (!mailing) return Response.json({ ok: false }, { status: 404 });
  return Response.json(await view(req.payload, mailing), {
    headers: { 'cache-control': 'no-store' },
  });
};

/** `POST` of the same: sends once more to those whom the provider refused. */
export const sendMailingAgain: PayloadHandler = async (req) => {
  const mailing = await readMailing(req);
  if (!mailing) return Response.json({ ok: false }, { status: 404 });
  const count = await sendAgain(req.payload, mailing.id);
  const what = mailing.subject ?? text.mailings.kinds[mailing.kind];
  await writeLog(req, { act: 'mailing-again', what, document: mailing.id });
  return Response.json({ ok: true, count });
};

async function readMailing(req: PayloadRequest): Promise<MailingRow | undefined> {
  const id = req.routeParams?.['mailingId'];
  if (!(await isEditor({ req })) || typeof id !== 'string') return undefined;
  return findMailing(req.payload, { id });
}

async function view(payload: Payload, mailing: MailingRow): Promise<MailingView> {
  const missed = await missedDeliveries(payload, mailing.id, shown);
  const { accepted, waiting, failed, uncertain, excluded, status } = mailing;
  const counts: MailingView['counts'] = [
    { label: words.accepted, count: accepted, tone: 'good' },
    { label: words.waiting, count: waiting, tone: 'open' },
    { label: words.failed, count: failed, tone: 'bad' },
    { label: words.uncertain, count: uncertain, tone: 'bad' },
    { label: words.excluded, count: excluded, tone: 'quiet' },
  ];
  return {
    isUnderway: isUnderway(status),
    isProblem: stuckStatuses.includes(status),
    sentence: sentenceOf(mailing),
    counts: counts.filter(({ count }) => count > 0),
    missed: await name(payload, missed.first),
    missedInAll: missed.inAll,
    refused: status === 'finished' ? failed : 0,
  };
}

async function name(
  payload: Payload,
  deliveries: readonly DeliveryRow[],
): Promise<MailingView['missed']> {
  const ids = deliveries.flatMap(({ subscriber }) => subscriber ?? []);
  const readers = await findSubscribers(payload, { id: ids });
  const emails = new Map(readers.map(({ id, email }) => [id, email]));
  return deliveries.map(({ id, subscriber, state, reason, afterwards }) => ({
    id,
    email: emails.get(subscriber ?? '') ?? words.erased,
    why:
      state === 'accepted'
        ? text.deliveries.afterwardsStates[afterwards]
        : [text.deliveries.states[state], reason].filter(Boolean).join(': '),
  }));
}
