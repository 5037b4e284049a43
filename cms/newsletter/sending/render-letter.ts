import { renderDigest } from '../letters/digest.ts';
import type { Letter } from '../letters/letter-parts.ts';
import type { DeliveryRow, MailingRow } from '../store/rows.ts';

/** What one delivery says: the frozen letter, or of a frozen digest the articles this subscriber wants. */
export function renderLetter(mailing: MailingRow, delivery: Pick<DeliveryRow, 'contents'>): Letter {
  const { subject, html, text, contents } = mailing;
  if (contents !== null) {
    const wanted = new Set(delivery.contents);
    const entries = contents.entries.filter(({ alert }) => wanted.has(alert));
    return renderDigest({ ...contents, articles: entries.map(({ article }) => article) });
  }
  if (subject === null || html === null || text === null) {
    throw new Error(`mailing ${mailing.id} has no letter`);
  }
  return { subject, html, text };
}
