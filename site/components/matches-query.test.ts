import { expect, it } from 'vitest';
import { fold, matchesQuery } from './matches-query.ts';

it.each([
  ['søknad', 'soknad'],
  ['SØKNAD', 'soeknad'],
  ['på', 'paa'],
  ['kjære', 'kjaere'],
  ['idé', 'ide'],
])('takes %s and %s for the same word', (a, b) => {
  expect(fold(a)).toBe(fold(b));
});

it.each([
  ['Hun leverte søknaden.', 'soknader'],
  ['Medarbeiderindeksen er ute', 'indeks'],
  ['Køene er lange', 'kø'],
  ['Køen var lang', 'lang kø'],
])('finds in %j what %j asks for', (text, query) => {
  expect(matchesQuery(text, query)).toBe(true);
});

it.each([
  ['Kunden ringte', 'kunstgress'],
  ['Kunden ringte', 'kunde romferge'],
])('finds nothing in %j for %j', (text, query) => {
  expect(matchesQuery(text, query)).toBe(false);
});
