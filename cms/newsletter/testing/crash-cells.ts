import type { Asked, Disturbance } from './start-provider.ts';

/** What goes wrong beside the kill. */
interface Plan {
  /** What the provider, or a proxy before it, makes of each request. */
  disturb?: (asked: Asked) => Disturbance | undefined;
  /** The first claim of a mailing, of a batch and the first attempt of every life are cut off from the database. */
  cut?: 'before' | 'after';
  /** One delivery of the first twenty is not written while the audience is. */
  hasGap?: true;
  /** A copy takes the database's place: after the kill, or while the process lives on with its claims. */
  epoch?: 'after the kill' | 'while it lives';
}

/** The first answer to every key is lost; what the repetitions of it hear proves nothing. */
const lost =
  (first: Disturbance, repetitions: Disturbance[] = []): Plan['disturb'] =>
  ({ before }) =>
    before === 0 ? first : repetitions[before - 1];

const plans: Readonly<Record<string, Plan>> = {
  'no fault': {},
  'reset after accept': { disturb: lost('reset-after-accept') },
  '500 after accept': { disturb: lost('500-after-accept') },
  'truncated answer': { disturb: lost('truncated-after-accept') },
  'refused repetition': {
    disturb: lost(
      '500-after-accept',
      [422, 400].map((status) => ({ status, html: false })),
    ),
  },
  // Some of these pause the mailing, for a minute each: time is made to pass.
  "a proxy's 4xx": {
    disturb: lost(
      'reset-after-accept',
      [400, 401, 403, 404, 409, 413, 422, 429].map((status) => ({ status, html: true })),
    ),
  },
  'cut before stored': { cut: 'before' },
  'cut after stored': { cut: 'after' },
  gap: { hasGap: true },
  'epoch after the kill': { epoch: 'after the kill' },
  'epoch while it lives': { epoch: 'while it lives' },
};

/** Nothing is claimed yet. */
const publishing = ['publishing', 'published', 'before-mailing', 'after-mailing'];
/** The mailing is claimed; nobody writes deliveries yet. */
const beforeAudience = ['after-front-door', 'after-letter'];
const freezing = ['freeze-page', 'before-frozen', 'after-frozen', 'before-handled'];
const frozen = ['after-handled', 'after-batches', 'after-claim', 'before-request-stored'];
const sending = [
  'after-request-stored',
  'before-post',
  'after-answer',
  'after-answer:2',
  'after-answer-stored',
  'after-deliveries',
  'between-batches',
];
const confirming = ['before-confirmation', 'after-confirmation'];
/** Killed while the provider holds back the answer to what it accepted. */
const betweenAcceptAndAnswer = 'between-accept-and-answer';
/** Killed while it hears that a mail came back, of which it never read that it was accepted. */
const hearing = ['webhook', 'webhook-counted'];
/** Killed while what the provider refused as a whole is halved, and while what it refused for good is sent again. */
const refused = ['split', 'reopened', 'moved'];
/** Killed while it carries out that a person stopped a mailing with an attempt open. */
const stopping = 'stopping';

/**
 * Where a plan can matter. A fault of the provider cannot before the first batch is claimed: what the killed life leaves
 * behind is the same as without it, and so is all that the next life meets; one point of those is kept as a witness.
 * Nor can a cut before the first claim, a gap before the audience is written, or an epoch without a claim in a living
 * process. What is refused on purpose (`refused`) is no place for faults that stand in its way.
 */
const everywhere = [...publishing, ...beforeAudience, ...freezing, ...frozen, ...sending];
const faulty = ['after-frozen', 'after-claim', ...sending, ...confirming, betweenAcceptAndAnswer];
const claimed = [...beforeAudience, ...freezing, ...frozen, ...sending];
const points = (plan: Plan): string[] => {
  if (plan.disturb) return [...faulty, ...hearing];
  if (plan.cut) return [...claimed, 'after-confirmation', 'webhook'];
  if (plan.hasGap) return [...freezing, ...frozen, ...sending, 'webhook'];
  if (plan.epoch === 'while it lives') return [...claimed, 'split', 'moved'];
  const all = [...everywhere, ...confirming, betweenAcceptAndAnswer, ...hearing, ...refused];
  return plan.epoch === 'after the kill' ? [...all, stopping] : all;
};

/** In the tests of every day: one of each kind, at the boundary where it hurts most. */
const representatives = new Set([
  ...['publishing', 'freeze-page', 'after-answer', 'webhook', 'after-confirmation'].map(
    (point) => `${point}, no fault`,
  ),
  `${betweenAcceptAndAnswer}, no fault`,
  'before-post, reset after accept',
  "between-batches, a proxy's 4xx",
  'before-post, cut after stored',
  'before-frozen, gap',
  'after-request-stored, epoch after the kill',
  'after-answer, epoch while it lives',
]);

/** A person says «stop» here, and «send» everywhere else. */
const stopped = new Set([
  ...['stopping', 'before-frozen', 'after-answer', 'after-deliveries'].map(
    (point) => `${point}, epoch after the kill`,
  ),
  ...['freeze-page', 'after-claim', 'before-post', 'between-batches'].map(
    (point) => `${point}, epoch while it lives`,
  ),
]);

export interface Cell {
  name: string;
  point: string;
  planName: string;
  plan: Plan;
  /** What the provider refuses at first so that there is something to be halved, or to be sent again. */
  refusal: Plan['disturb'];
  /** What a person decides when asked. */
  decision: 'send' | 'cancel';
  isRepresentative: boolean;
}

function refusalAt(point: string): Plan['disturb'] {
  if (!refused.includes(point)) return undefined;
  const [size, status] = point === 'split' ? [100, 413] : [1, 422];
  let isDone = false;
  return ({ isBatch, items }) => {
    if (isDone || !isBatch || items !== size) return undefined;
    isDone = true;
    return { status, html: true };
  };
}

/** The crash matrix: where a process is killed, and what else goes wrong. */
export const crashCells: readonly Cell[] = Object.entries(plans).flatMap(([planName, plan]) =>
  points(plan).map((point) => {
    const name = `${point}, ${planName}`;
    return {
      ...{ name, point, planName, plan, refusal: refusalAt(point) },
      decision: stopped.has(name) ? ('cancel' as const) : ('send' as const),
      isRepresentative: representatives.has(name),
    };
  }),
);
