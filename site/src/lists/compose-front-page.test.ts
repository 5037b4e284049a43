import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeFrontPage } from './compose-front-page.ts';
import type { Card } from '../store.ts';

const aCard = (id: string, over: Partial<Card> = {}): Card => ({
  id,
  slug: id,
  title: `Sak ${id}`,
  kind: 'news',
  lead: '',
  marking: 'editorial',
  sponsor: null,
  place: null,
  seriesNumber: null,
  publishedAt: '2025-03-04T10:00:00.000Z',
  modifiedAt: '2025-03-04T10:00:00.000Z',
  hero: undefined,
  portrait: undefined,
  category: undefined,
  series: undefined,
  authors: [],
  interviewees: [],
  pullQuote: undefined,
  ...over,
});

const nothing = { lead: undefined, picked: [], newest: [], interviews: [], parts: [] };
const cards = (count: number) => Array.from({ length: count }, (_, index) => aCard(String(index)));
const ids = (plan: ReturnType<typeof composeFrontPage>) =>
  [
    plan.lead ? [plan.lead] : [],
    plan.seconds,
    plan.features,
    plan.interviews,
    plan.logbook,
    plan.rest,
  ]
    .flat()
    .map(({ id }) => id);

describe('composeFrontPage', () => {
  it('shows no article twice, whatever the lists share', () => {
    const some = fc.array(fc.integer({ min: 0, max: 30 }).map((n) => aCard(String(n))));
    fc.assert(
      fc.property(
        some,
        some,
        some,
        some,
        fc.option(some),
        (picked, newest, interviews, parts, lead) => {
          const unique = (list: Card[]) => [
            ...new Map(list.map((card) => [card.id, card])).values(),
          ];
          const plan = composeFrontPage({
            lead: lead?.[0],
            picked: unique(picked),
            newest: unique(newest),
            interviews: unique(interviews),
            parts: unique(parts),
          });
          expect(new Set(ids(plan)).size).toBe(ids(plan).length);
        },
      ),
    );
  });

  it('is empty when nothing is published', () => {
    expect(ids(composeFrontPage(nothing))).toEqual([]);
  });

  it('gives three articles places at the top', () => {
    const plan = composeFrontPage({ ...nothing, newest: cards(3) });
    expect(plan.lead?.id).toBe('0');
    expect(plan.seconds.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('follows the editors before the clock', () => {
    const plan = composeFrontPage({
      ...nothing,
      lead: aCard('valgt'),
      picked: [aCard('a'), aCard('b'), aCard('c'), aCard('d')],
      newest: cards(14),
    });
    expect(plan.lead?.id).toBe('valgt');
    expect(plan.seconds.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(plan.features[0]?.id).toBe('d');
  });

  it('lets no advertisement lead by itself', () => {
    const plan = composeFrontPage({
      ...nothing,
      newest: [aCard('annonse', { marking: 'advert' }), ...cards(5)],
    });
    expect(plan.lead?.id).toBe('0');
    expect(ids(plan)).toContain('annonse');
  });

  it('has one advertisement at most: the one that was picked, else the newest', () => {
    const paid = ['a', 'b', 'c'].map((id) => aCard(id, { marking: 'sponsored' }));
    const paidIn = (plan: ReturnType<typeof composeFrontPage>) =>
      ids(plan).filter((id) => paid.some((card) => card.id === id));
    const newest = [...paid, ...cards(12)];
    const all = { ...nothing, newest, interviews: paid, parts: paid };
    expect(paidIn(composeFrontPage(all))).toEqual(['a']);
    expect(paidIn(composeFrontPage({ ...all, picked: paid.slice(1) }))).toEqual(['b']);
    const chosen = composeFrontPage({ ...all, lead: paid[2] });
    expect([chosen.lead?.id, ...paidIn(chosen)]).toEqual(['c', 'c']);
  });
});
