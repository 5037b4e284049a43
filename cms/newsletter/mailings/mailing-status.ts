import type { MailingStatus } from '../store/states.ts';

export interface MailingFacts {
  frozen: boolean;
  audienceStarted: boolean;
  cancelled: boolean;
  needsPerson: boolean;
  paused: boolean;
  candidates: number;
  accepted: number;
  excluded: number;
  failed: number;
  uncertain: number;
}

/**
 * The status of a mailing, from facts alone. Finished only when every candidate is accounted for:
 * candidates = accepted + excluded + failed + uncertain.
 */
export function mailingStatus(facts: MailingFacts): MailingStatus {
  if (!facts.frozen) {
    if (facts.cancelled) return 'cancelled';
    if (facts.needsPerson) return 'needs-person';
    return facts.audienceStarted ? 'freezing' : 'held';
  }
  const known = facts.accepted + facts.excluded + facts.failed + facts.uncertain;
  if (known === facts.candidates) return 'finished';
  if (facts.needsPerson) return 'needs-person';
  return facts.paused ? 'paused' : 'sending';
}
