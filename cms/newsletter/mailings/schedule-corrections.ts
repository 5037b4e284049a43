import pLimit from 'p-limit';
import type { Payload } from 'payload';
import type { LoadedArticle } from '../../mapping/load-article.ts';
import { Problems } from '../problems.ts';
import { withUnfrozen } from './ensure-mailing.ts';
import { audiencesAtOnce, closeAudience, freezeAudience, type Place } from './freeze-audience.ts';
import { freezeLetter } from './freeze-mailing.ts';
import type { Claimed } from '../store/claim.ts';
import { renderCorrection } from '../letters/correction.ts';
import { toAlert } from '../letters/to-alert.ts';
import { freezeWhenLive } from './freeze-when-live.ts';
import { acceptedAmong } from '../store/deliveries.ts';
import { findMailing, unfrozenCorrections, updateMailing } from '../store/mailings.ts';
import type { MailingRow, SubscriberRow } from '../store/rows.ts';
import { readEnvironment } from '../../environment.ts';
import { reasons } from '../text.ts';

/** What makes a second mailing of the same correction impossible. */
export const correctionKey = (articleId: string, correctionId: string) =>
  `correction:${articleId}:${correctionId}`;

/** Freezes the corrections that an editor asked to have mailed, once they can be read on the site. */
export async function scheduleCorrections(payload: Payload): Promise<void> {
  const problems = new Problems();
  await pLimit(audiencesAtOnce).map(await unfrozenCorrections(payload), (mailing) =>
    problems.collect(() => scheduleCorrection(payload, mailing)),
  );
  problems.throwAll();
}

async function scheduleCorrection(payload: Payload, { id, decision }: MailingRow): Promise<void> {
  if (decision === 'cancel') {
    await updateMailing(payload, { id, frozenAt: null }, { status: 'cancelled' });
    return;
  }
  await withUnfrozen(payload, id, async (claimed) => {
    await freezeWhenLive(payload, claimed, (article) =>
      freezeCorrection(payload, claimed, article),
    );
  });
}

/** The frozen mailing, or why it has to wait. */
async function freezeCorrection(
  payload: Payload,
  { lease, row }: Claimed<'mailings'>,
  article: LoadedArticle,
): Promise<MailingRow | string> {
  const correction = article.corrections.find(
    ({ id }) => row.key === correctionKey(row.article ?? '', id),
  );
  const alert = await findMailing(payload, { key: `alert:${row.article ?? ''}` });
  if (!correction || !alert) return reasons.noCorrection;
  // Who gets the alert later has to get the correction, too.
  if (alert.status !== 'finished') return reasons.alertUnderway;
  const mailing =
    row.contentHash === null
      ? await freezeLetter(payload, lease, {
          letter: renderCorrection(toAlert(article, readEnvironment().siteUrl), correction.text),
          seriesSlug: article.series?.slug ?? null,
        })
      : row;
  await freezeAudience(payload, {
    mailing,
    lease,
    place: (subscribers) => placesFor(payload, subscribers, alert.id),
  });
  return closeAudience(payload, { mailing, lease });
}

/** Exactly those whose alert was accepted; who has left since is not among `subscribers`. */
async function placesFor(
  payload: Payload,
  subscribers: readonly SubscriberRow[],
  alertId: string,
): Promise<Place[]> {
  const ids = subscribers.map(({ id }) => id);
  const receivers = await acceptedAmong(payload, alertId, ids);
  return receivers.map((subscriberId) => ({
    subscriberId,
    reason: null,
    digest: null,
    contents: null,
  }));
}
