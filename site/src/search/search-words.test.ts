import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answers,
  excerptOf,
  asWhole,
  fold,
  isNamed,
  readQuery,
  markWords,
} from './search-words.ts';
import { piecesOf, signedWords } from './words-in-text.ts';

it.each([
  ['søknad', 'soknad'],
  ['SØKNAD', 'soeknad'],
  ['på', 'paa'],
  ['kjære', 'kjaere'],
  ['idé', 'ide'],
])('takes %s and %s for the same word', (a, b) => {
  expect(fold(a)).toBe(fold(b));
});

it.each<[string, string[], string[]?]>([
  ['«Kunden» ringte!', ['kunden', 'ringte']],
  ['e-post', ['epost']],
  ['e post', ['epost']],
  ['kl. 24/7', ['kl', '24ꟼ7']],
  ['§ 14-9', ['14ꟽ9']],
  ['2,5 prosent', ['2ꟻ5', 'prosent']],
  ['H&M', ['hꟿm']],
  ['ISO 18295-1', ['iso', '18295ꟽ1']],
  ['d’Arc', ['darc']],
  ['GPT-4', ['gpt4']],
  ['8–16', ['8ꟽ16']],
  ['20:10', ['20ꟻ10']],
  ['C++, (C#)', ['cꟾꟾ', 'cꟿ']],
  ['A/S', ['aꟼs']],
  ['10-års', ['10års']],
  ['Göteborg', ['gøteborg']],
  ['Västerås'.normalize('NFD'), ['væsterås']],
  ['815 49 300', ['81549300']],
  ['815 49\u00a0300', ['81549300']],
  ['815-49-300', ['81549300']],
  ['1234.56.78903', ['12345678903']],
  ['1000-2000', ['1000ꟽ2000']],
  ['2025-11-20', ['2025ꟽ11ꟽ20']],
  ['+47 2233 4455', ['22334455']],
  ['50.000-60.000 kr', ['50000ꟽ60000', 'kr']],
  ['2024 2025', ['2024', '2025']],
  ['24.12.2025', ['24ꟻ12ꟻ2025']],
  ['10 000 kroner', ['10000', 'kroner']],
  ['10\u00a0000', ['10000']],
  ['#48', ['nr48']],
  ['nr. 48', ['nr48']],
  ['Vardö', ['vardø']],
  ['kunde\u00adservice', ['kundeservice']],
  ['ga\u030ar', ['går']],
  ['«det vet jeg ikke»', [], ['det vet jeg ikke']],
  ['Kleppe "god dag"', ['kleppe'], ['god dag']],
  ['  ', []],
])('%j asks for %j', (query, words, phrases = []) => {
  expect(readQuery(query)).toEqual({ words, phrases });
});

it.each([
  ['Åpent 24/7, også på søndag', ['24ꟼ7', '24', '7']],
  ['§ 14-9 i loven', ['14ꟽ9', '14', '9']],
  ['10 000 kroner', []],
  ['C++ og C#', ['cꟾꟾ', 'cꟿ']],
  ['815 49 300', ['815', '49', '300']],
  ['E-post', ['epost', 'e', 'post']],
  ['20–25 minutter', ['20ꟽ25', '20', '25']],
  [
    'H&M og kunde/bruker',
    ['hꟿm', 'hm', 'h', 'm', 'kundeꟼbruker', 'kundebruker', 'kunde', 'bruker'],
  ],
  ['Vanlige ord.', []],
])('%j is found by %j, too', (text, words) => {
  expect(signedWords(text)).toEqual(words);
});

it('every stretch without spaces is asked for as it stands in the index, and so are its pieces', () => {
  const stretch = fc.stringMatching(/^[a-zæøå0-9]{1,6}([-–/&’',.:+][a-zæøå0-9]{1,6}){1,3}$/);
  fc.assert(
    fc.property(stretch, (text) => {
      const found = signedWords(text);
      for (const word of readQuery(text).words) expect(found).toContain(word);
      for (const piece of piecesOf(text)) expect(found).toContain(piece);
    }),
  );
});

it.each([
  ['Kari Lyssand', ['lyssand'], true],
  ['Kari Lyssand', ['kari', 'lyssand'], true],
  ['Kari Lyssand', ['kari', 'nordmann'], false],
  ['Kundesentre', ['kundesenter'], true],
  ['Service i små kommuner', ['service'], false],
])('%j is named by %j: %s', (name, asked, expected) => {
  expect(isNamed(name, asked)).toBe(expected);
});

it.each([
  ['søknaden.', 'soknader', 2],
  ['Køene', 'kø', 2],
  ['Forskerne', 'forsker', 2],
  ['Medarbeiderindeksen', 'indeks', 1],
  ['Køsystemet', 'kø', 0],
  ['kundesentrene', 'kunde', 1],
  ['kundesentrene', 'senter', 1],
  ['sentre', 'senter', 2],
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

it.each<[text: string, asked: string, marks: string[]]>([
  ['Volvo i Göteborg', 'Gøteborg', ['Göteborg']],
  ['Volvo i Gøteborg', 'göteborg', ['Gøteborg']],
  ['Nær Västerås, sier Löfven', 'vasteras løfven', ['Västerås', 'Löfven']],
  ['Han kan C++, ca ti år.', 'C++', ['C++']],
  ['Svar på 1/2-3/4 eller 12,5 til 10-års', '1234', []],
  ['Svar på 1/2-3/4 eller 12,5 til 10-års', '12,5', ['12,5']],
  ['Om 20–25 minutter i 2025', '2025', ['2025']],
  ['Bedre for kunde/bruker', 'bruker', ['bruker']],
  ['Ring 815 49 300 nå', '81549300', ['815\u00a049\u00a0300']],
  ['Koster 50.000-60.000 kroner', '50 000', ['50.000']],
  ['Selskapet Kø A/S', 'a/s', ['A/S']],
  ['Køen var lang', 'koen', ['Køen']],
])('in %j, %j marks %j', (text, asked, marks) => {
  const words = markWords(text, readQuery(asked).words);
  expect(words.flatMap(({ found }) => found ?? [])).toEqual(marks);
});

it('marks a piece that was asked for with signs as a whole word alone', () => {
  const words = markWords('Ca fem, den at åtte, C og D', ['c', 'd', 'at'].map(asWhole));
  expect(words.flatMap(({ found }) => found ?? [])).toEqual(['at', 'C', 'D']);
});

it('marks a compound only where the word itself is not', () => {
  const marked = (text: string) =>
    excerptOf(text, ['verre']).flatMap(({ word, isFound }) => (isFound ? [word] : []));
  expect(marked('Dessverre ble det verre.')).toEqual(['verre.']);
});

describe('an excerpt', () => {
  const shown = (text: string, asked: string[], length?: number) =>
    excerptOf(text, asked, length)
      .map(({ word }) => word)
      .join(' ');

  it('is whole sentences, from the one that says most of what was asked for', () => {
    const text = 'Først noe annet. Køen var lang. Køen sto i snøen. Så gikk de hjem.';
    expect(shown(text, ['kø', 'snø'], 8)).toBe('Køen sto i snøen. Så gikk de hjem.');
    expect(shown(text, ['kø'], 4)).toBe('Køen var lang.');
  });

  it('begins where the text begins when nothing in it answers', () => {
    expect(shown('Én. To. Tre.', ['bok'], 2)).toBe('Én. To.');
  });

  it('glues no heading to what follows', () => {
    expect(shown('Den tredje ¶ Han i Vardø ventet.', ['vardø'])).toBe('Han i Vardø ventet.');
  });

  it('cuts a sentence that is too long around the first answer, and says where', () => {
    const text = Array.from({ length: 60 }, (_, n) => (n === 40 ? 'køen' : `ord${n}`)).join(' ');
    const words = excerptOf(text, ['kø'], 20);
    expect([words.at(0)?.word, words.at(-1)?.word]).toEqual(['…', '…']);
    expect(words.filter(({ isFound }) => isFound).map(({ word }) => word)).toEqual(['køen']);
  });
});
