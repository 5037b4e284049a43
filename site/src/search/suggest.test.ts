import { expect, it } from 'vitest';
import { distanceOf, suggest } from './suggest.ts';

const known =
  'kunde kundeservice chatbot indeks espedal ventetid teknologi lyssand køen medarbeider'.split(
    ' ',
  );

it.each([
  ['kundeservise', 'kundeservice'],
  ['chatbott', 'chatbot'],
  ['Espedahl', 'espedal'],
  ['index', 'indeks'],
  ['ventetda', 'ventetid'],
  ['teknolgi', 'teknologi'],
  ['Lysand', 'lyssand'],
  ['kundeservise ventetid', 'kundeservice ventetid'],
  ['kudneservice', 'kundeservice'],
])('for %j it means %j', (query, meant) => {
  expect(suggest(query, known)).toBe(meant);
});

it.each(['kundeservice', 'koen', 'zzzzzz', '24/7', 'kun', 'ventetid zzzzzz'])(
  'for %j it means nothing else',
  (query) => {
    expect(suggest(query, known)).toBeUndefined();
  },
);

it('counts two letters that changed places as one slip', () => {
  expect(distanceOf('kudne', 'kunde')).toBe(1);
  expect(distanceOf('', 'abc')).toBe(3);
});
