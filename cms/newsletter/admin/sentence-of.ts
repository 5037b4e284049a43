import type { MailingRow } from '../store/rows.ts';
import { panelText } from './text.ts';

const words = panelText.articleMail;

/** How far a mailing has come, or why it does not go on, as a sentence. */
export function sentenceOf(mailing: MailingRow): string {
  const meant = mailing.candidates - mailing.excluded;
  switch (mailing.status) {
    case 'held':
    case 'needs-person':
      return mailing.heldReason ?? words.held;
    case 'cancelled':
      return words.cancelled;
    case 'freezing':
      return words.freezing;
    case 'paused':
      return mailing.pauseReason ?? words.paused;
    case 'sending':
      return words.sending(mailing.accepted, meant);
    case 'finished':
      return meant === 0 ? words.nobody : words.finished(mailing.accepted, meant);
  }
}
