import { describe, expect, it } from 'vitest';
import { answers, excerptOf, fold, queryWords } from './search-words.ts';

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
  ['«Kunden» ringte!', ['kunden', 'ringte']],
  ['e-post', ['epost']],
  ['e post', ['epost']],
  ['kl. 24/7', ['kl', '24', '7']],
  ['  ', []],
])('%j asks for %j', (query, words) => {
  expect(queryWords(query)).toEqual(words);
});

it.each([
  ['søknaden.', 'soknader', 2],
  ['Køene', 'kø', 2],
  ['Forskerne', 'forsker', 2],
  ['Medarbeiderindeksen', 'indeks', 1],
  ['Køsystemet', 'kø', 0],
  ['kundesentrene', 'kunde', 1],
  ['skjønte', 'kø', 0],
  ['kostet', 'kø', 0],
  ['hjemtransport', 'spør', 0],
  ['sentralbordet', 'senter', 0],
  ['bokhandelen', 'hånd', 0],
  ['kundebehandler', 'hånd', 0],
  ['sent', 'senter', 0],
  ['telefon', 'telefonene', 2],
  ['Kunden', 'kunstgress', 0],
])('%s answers to %s: %d', (word, asked, expected) => {
  expect(answers(word, asked)).toBe(expected);
});

it('marks a compound only where the word itself is not', () => {
  const marked = (text: string) =>
    excerptOf(text, ['verre']).flatMap(({ word, isFound }) => (isFound ? [word] : []));
  expect(marked('Dessverre ble det verre.')).toEqual(['verre.']);
});

describe('an excerpt', () => {
  const text = Array.from({ length: 60 }, (_, n) => (n === 40 ? 'køen,' : `ord${n}`)).join(' ');

  it('stands around the first answer and says where it was cut', () => {
    const shown = excerptOf(text, ['kø'], 20);
    expect(shown.map(({ word }) => word)).toContain('køen,');
    expect([shown.at(0)?.word, shown.at(-1)?.word]).toEqual(['…', '…']);
    expect(shown.filter(({ isFound }) => isFound).map(({ word }) => word)).toEqual(['køen,']);
  });

  it('begins where the text begins when nothing in it answers', () => {
    expect(excerptOf(text, ['bok'], 5).map(({ word }) => word)).toEqual([
      ...['ord0', 'ord1', 'ord2', 'ord3', 'ord4', '…'],
    ]);
  });
});
