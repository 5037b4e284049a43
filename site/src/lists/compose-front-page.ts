import type { Card } from '../store.ts';
import { haveAllPictures } from './picture-sources.ts';

/** What the front page has to choose from. Lists are newest first and may overlap. */
interface Candidates {
  lead: Card | undefined;
  picked: readonly Card[];
  newest: readonly Card[];
  interviews: readonly Card[];
  /** The newest parts of the series that was written in last. */
  parts: readonly Card[];
}

export interface FrontPagePlan {
  lead: Card | undefined;
  /** Beside the lead. */
  seconds: Card[];
  /** One row of equals, with pictures where they have them. */
  features: Card[];
  interviews: Card[];
  logbook: Card[];
  /** The newest of what stands nowhere else. */
  rest: Card[];
}

const places = { seconds: 3, features: 3, interviews: 3, logbook: 4, rest: 10 } as const;

/**
 * Gives every article at most one place. The editors' choice fills the top; the newest fill what is left
 * over. Of what is paid for there is one at most: the one that an editor put there, or the newest.
 */
export function composeFrontPage(all: Candidates): FrontPagePlan {
  const candidates = withOnePaid(all);
  const used = new Set<string>();
  const take = (cards: readonly Card[], count: number) => {
    const taken: Card[] = [];
    for (const card of cards) {
      if (taken.length === count) break;
      if (used.has(card.id)) continue;
      used.add(card.id);
      taken.push(card);
    }
    return taken;
  };
  const { picked, newest } = candidates;
  const editorial = newest.filter(({ marking }) => marking === 'editorial');

  const [lead] = take([...(candidates.lead ? [candidates.lead] : []), ...editorial, ...newest], 1);
  const seconds = take([...picked, ...editorial], places.seconds);
  const chosen = take(picked, places.features);
  const interviews = take(candidates.interviews, places.interviews);
  const logbook = atLeast(2, candidates.parts, used) ? take(candidates.parts, places.logbook) : [];
  // A row with one or two holes looks broken: without enough articles the rest go to the dense list.
  const left = newest.filter(({ id }) => !used.has(id));
  // Those with pictures first, among the newest: the row shows them only where each has one.
  const shown = left.slice(0, places.rest).filter((card) => haveAllPictures([card]));
  const row = haveAllPictures(chosen)
    ? [...shown, ...left.filter((card) => !shown.includes(card))]
    : left;
  const features =
    chosen.length + row.length >= places.features + 3
      ? [...chosen, ...take(row, places.features - chosen.length)]
      : chosen;
  const rest = take(newest, places.rest);
  return { lead, seconds, features, interviews, logbook, rest };
}

function withOnePaid({ lead, picked, newest, interviews, parts }: Candidates): Candidates {
  const isPaid = ({ marking }: Card) => marking !== 'editorial';
  const [shown] = [...(lead ? [lead] : []), ...picked, ...newest].filter(isPaid);
  const allowed = (cards: readonly Card[]) =>
    cards.filter((card) => !isPaid(card) || card.id === shown?.id);
  const editorial = (cards: readonly Card[]) => cards.filter((card) => !isPaid(card));
  return {
    ...{ lead, picked: allowed(picked), newest: allowed(newest) },
    // Voices and the logbook are the paper's own.
    ...{ interviews: editorial(interviews), parts: editorial(parts) },
  };
}

const atLeast = (count: number, cards: readonly Card[], used: ReadonlySet<string>) =>
  cards.filter(({ id }) => !used.has(id)).length >= count;
