import type { Payload } from 'payload';
import type { Article } from '../../content/model/article.ts';
import { blocksToPlainText } from '../../content/model/blocks/plain-text.ts';
import { findQuotes, quotedPeople } from './find-quotes.ts';
import { quoteUrl } from './quote-url.ts';
import type { QuotesView } from './quote-view.ts';
import {
  answersOf,
  findChecks,
  findEvents,
  isOpen,
  type QuoteCheck,
  type QuoteEvent,
} from './read-checks.ts';
import { text } from './text.ts';

type CheckView = QuotesView['checks'][number];

/** Whom an article quotes, and what became of the checks it had. */
export async function showQuotes(
  payload: Payload,
  article: Article,
  problem = '',
): Promise<QuotesView> {
  const checks = await findChecks(payload, article.id);
  const people = quotedPeople(article);
  return {
    people: people.map((name) => ({ name, quotes: findQuotes(article, name) })),
    checks: await Promise.all(checks.map((check) => showCheck(payload, check, article))),
    problem,
  };
}

async function showCheck(
  payload: Payload,
  check: QuoteCheck,
  article: Article,
): Promise<CheckView> {
  const events = await findEvents(payload, check.id);
  const isStillOpen = await isOpen(payload, check);
  const isChanged = changedIn(article, check.name);
  const answers = answersOf(check, events);
  return {
    id: check.id,
    name: check.name,
    email: check.email ?? '',
    url: quoteUrl(check.id),
    until: check.expiresAt,
    state: stateOf(check, events, isStillOpen),
    isOpen: isStillOpen,
    isMailed: Boolean(check.mailedAt),
    quotes: check.quotes.map((quote, n) => ({
      quote: quote.quote,
      answer: answers[n]?.act ?? null,
      comment: answers[n]?.comment ?? '',
      isChanged: answers[n]?.act === 'approved' && isChanged(quote),
    })),
    log: logOf(check, events),
  };
}

function stateOf(
  { endedAt }: QuoteCheck,
  events: readonly QuoteEvent[],
  isStillOpen: boolean,
): CheckView['state'] {
  if (events.some(({ act }) => act !== 'opened')) return 'answered';
  if (!isStillOpen) return endedAt ? 'ended' : 'expired';
  return events.length > 0 ? 'opened' : 'waiting';
}

function logOf(check: QuoteCheck, events: readonly QuoteEvent[]): CheckView['log'] {
  const { log } = text;
  const sentence = ({ act, quote }: QuoteEvent) =>
    act === 'opened' ? log.opened : log[act]((quote ?? 0) + 1);
  return [
    { at: check.at, sentence: log.asked(check.askedBy ?? '') },
    ...(check.mailedAt ? [{ at: check.mailedAt, sentence: log.mailed(check.email ?? '') }] : []),
    ...events.map((event) => ({ at: event.at, sentence: sentence(event) })),
    ...(check.endedAt ? [{ at: check.endedAt, sentence: log.ended }] : []),
  ].sort((a, b) => a.at.localeCompare(b.at));
}

/** What a checklist says of an article's checks; each person's newest counts. */
export async function quoteProblems(
  payload: Pick<Payload, 'db'>,
  article: Article,
): Promise<{ name: string; kind: 'waiting' | 'commented' | 'changed' }[]> {
  const known = payload as Payload; // why: what is asked here is asked of its database
  const newest = new Map<string, QuoteCheck>();
  for (const check of (await findChecks(known, article.id)).toReversed())
    newest.set(check.name, check);
  const problems = await Promise.all(
    [...newest.values()].map(async (check) => {
      const { name } = check;
      const answers = answersOf(check, await findEvents(known, check.id));
      if (check.endedAt && answers.every((each) => each === null)) return [];
      if (answers.includes(null)) return [{ name, kind: 'waiting' as const }];
      const isCommented = answers.some((each) => each?.act === 'commented' && each.comment !== '');
      const isChanged = changedIn(article, name);
      const isOther = check.quotes.some(
        (quote, n) => answers[n]?.act === 'approved' && isChanged(quote),
      );
      return [
        ...(isCommented ? [{ name, kind: 'commented' as const }] : []),
        ...(isOther ? [{ name, kind: 'changed' as const }] : []),
      ];
    }),
  );
  return problems.flat();
}

/** Whether what she was shown is no longer what she says there: other words, or more of them. */
function changedIn(article: Article, name: string): (kept: KeptQuote) => boolean {
  const words = wordsOf(article);
  const said = findQuotes(article, name).map(({ quote }) => flat(quote));
  return ({ quote, isWhole }) => {
    const shown = flat(quote);
    if (!words.includes(shown)) return true;
    return isWhole === true && !said.includes(shown) && said.some((each) => each.includes(shown));
  };
}
type KeptQuote = QuoteCheck['quotes'][number];

/** What stands in an article; pull quotes, too, which repeat its text or do not. */
const wordsOf = ({ body }: Article): string =>
  [
    blocksToPlainText(body),
    ...body.flatMap((block) => (block.type === 'pullQuote' ? block.quote : [])),
  ]
    .map(flat)
    .join('\n');

/** Words alone: line ends and double spaces are nobody's statement. */
const flat = (words: string) => words.replace(/\s+/g, ' ').trim();
