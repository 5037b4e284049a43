import { absoluteUrl } from '../../../content/model/urls.ts';
import type { ExpectedRelease } from './expected-release.ts';
import { isUnfinished, judgeReceipt, receiptOf, type Receipt } from './release-receipt.ts';
import { removedRevision } from '../../../content/wire/receipt.ts';
import { receiptSteps, type ReceiptView } from './receipt-view.ts';

interface Known {
  /** Null for an article that was never published. */
  expected: ExpectedRelease | null;
  receipt: Receipt | undefined;
  plan: ReceiptView['plan'];
  /** A sentence about a plan that failed; empty otherwise. */
  missedPlan: string;
  siteUrl: string;
  now: Date;
}

/** The receipt as the panel shows it. Pure. */
export function toReceiptView(known: Known): ReceiptView {
  const { expected, receipt, plan, missedPlan, siteUrl, now } = known;
  if (expected === null) return { ...neverPublished, plan, missedPlan };
  const own = receiptOf(expected, receipt);
  const savedAt = own?.savedAt ?? expected.savedAt;
  const verifiedAt = own?.verifiedAt ?? null;
  const problem = verifiedAt === null ? (own?.problem ?? '') : '';
  return {
    state: verifiedAt !== null ? 'verified' : problem === '' ? 'waiting' : 'problem',
    isRemoved: expected.revision === removedRevision,
    isUnderway: isUnfinished(judgeReceipt(expected, own), expected, now),
    url: absoluteUrl(siteUrl, expected.path),
    milliseconds: verifiedAt === null ? null : Date.parse(verifiedAt) - Date.parse(savedAt),
    problem,
    plan,
    missedPlan,
    steps: receiptSteps.map((name) => ({
      name,
      at: name === 'saved' ? savedAt : (own?.[`${name}At`] ?? null),
    })),
  };
}

const neverPublished: ReceiptView = {
  state: 'never-published',
  isRemoved: false,
  isUnderway: false,
  url: null,
  milliseconds: null,
  problem: '',
  plan: null,
  missedPlan: '',
  steps: [],
};
