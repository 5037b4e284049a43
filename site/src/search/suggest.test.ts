import { expect, it } from 'vitest';
import { readQuery } from './search-words.ts';
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
  expect(suggest(query, readQuery(query).words, known)).toBe(meant);
});

it.each(['kundeservice', 'koen', 'zzzzzz', '24/7', 'kun', 'ventetid zzzzzz'])(
  'for %j it means nothing else',
  (query) => {
    expect(suggest(query, readQuery(query).words, known)).toBeUndefined();
  },
);

it.each([
  ['index', 'ingen indeks', 'indeks'],
  ['kontekst', 'kontakt kontekster', 'kontekster'],
  ['C++ kundeservise', 'kundeservice', 'C++ kundeservice'],
])('for %j, of the words %j, it means %j', (query, words, meant) => {
  expect(suggest(query, readQuery(query).words, words.split(' '))).toBe(meant);
});

it('replaces no word that an article has, however near a common one is', () => {
  expect(suggest('brett', [], ['britt'])).toBeUndefined();
  expect(suggest('brett ventetda', ['ventetda'], ['britt', 'ventetid'])).toBe('brett ventetid');
});

it('counts two letters that changed places as one slip', () => {
  expect(distanceOf('kudne', 'kunde')).toBe(1);
  expect(distanceOf('', 'abc')).toBe(3);
});
