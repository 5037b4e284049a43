import { describe, expect, test } from 'vitest';
import type { Block } from '../../content/model/blocks/blocks.ts';
import { anArticle } from '../../content/testing/make-documents.ts';
import { findQuotes, quotedPeople } from './find-quotes.ts';

const paragraph = (text: string) =>
  ({ type: 'paragraph', children: [{ type: 'text', text }] }) satisfies Block;
const answered = (question: string, ...answer: string[]): Block => ({
  ...{ type: 'questionAnswer', question, anchor: 'a' },
  answer: answer.map(paragraph),
});
const withPeople = (names: string[], ...body: Block[]) =>
  anArticle({ body, interviewees: names.map((name) => ({ name, role: '', organisation: null })) });
const quotesOf = (article: ReturnType<typeof withPeople>, name: string) =>
  findQuotes(article, name).map(({ quote }) => quote);

const [kari, ola] = ['Kari Moe', 'Ola Lie'];

describe('with one person', () => {
  test('answers are hers, with their question; direct speech too, with a sentence on either side', () => {
    const article = withPeople(
      [kari],
      paragraph('Køen er borte. Ingen savner den.'),
      paragraph('– Vi begynte med å spørre hvorfor de ringte.'),
      paragraph('Det tok et år. Så kom svaret.'),
      answered('Hva var vanskeligst?', 'Å la være å svare.', '– Og å vente.'),
      answered('Og nå?', 'Nå er det stille.'),
    );
    expect(findQuotes(article, kari)).toEqual([
      {
        quote: 'Vi begynte med å spørre hvorfor de ringte.',
        ...{ before: 'Ingen savner den.', after: 'Det tok et år.' },
      },
      {
        ...{ quote: 'Å la være å svare.', before: 'Hva var vanskeligst?', after: '– Og å vente.' },
      },
      { quote: 'Og å vente.', before: 'Hva var vanskeligst?', after: '' },
      { quote: 'Nå er det stille.', before: 'Og nå?', after: '' },
    ]);
  });

  test('words between marks count when she is named beside them, and are more than an expression', () => {
    const article = withPeople(
      [kari],
      paragraph('Lederen er streng. Moe kalte det «en helt vanlig tirsdag». Ingen lo.'),
      paragraph('Kunden leste «Håndbok for alle som svarer» på bussen.'),
      paragraph('Kari Moe sier «køfri».'),
    );
    expect(findQuotes(article, kari)).toEqual([
      { quote: 'en helt vanlig tirsdag', before: 'Lederen er streng.', after: 'Ingen lo.' },
    ]);
  });
});

describe('what stands on either side', () => {
  test('comes from the paragraphs beside it, when hers is one sentence', () => {
    const article = withPeople(
      [kari],
      ...[
        'Det var mandag.',
        '«Det var en god dag», sier Kari Moe og smiler.',
        'Så ringte det.',
      ].map(paragraph),
    );
    expect(findQuotes(article, kari)).toEqual([
      { quote: 'Det var en god dag', before: 'Det var mandag.', after: 'Så ringte det.' },
    ]);
  });

  test('may be the journalist’s question', () => {
    const article = withPeople(
      [kari, ola],
      ...['– Hvorfor det?', '– Ingen hadde tid, sier Kari Moe.'].map(paragraph),
    );
    expect(findQuotes(article, kari)).toEqual([
      { quote: 'Ingen hadde tid, sier Kari Moe.', before: '– Hvorfor det?', after: '' },
    ]);
  });

  test('is nothing that somebody else is quoted on', () => {
    const article = withPeople(
      [kari, ola],
      paragraph('«Jeg ga opp», sier Ola Lie.'),
      paragraph('– Jeg ville prøve, sier Kari Moe.'),
      paragraph('– Jeg ville ikke, sier Ola Lie.'),
    );
    expect(findQuotes(article, kari)).toEqual([
      { quote: 'Jeg ville prøve, sier Kari Moe.', before: '', after: '' },
    ]);
  });
});

describe('with several', () => {
  test('two words between marks are hers where the sentence names her', () => {
    const article = withPeople([kari, ola], paragraph('Ifølge Moe var det «helt greit».'));
    expect(quotesOf(article, kari)).toEqual(['helt greit']);
  });

  test('each has what is said to be hers, also when it only says «sier hun»', () => {
    const article = withPeople(
      [kari, ola],
      paragraph('– Vi ringte Kari i går, sier Ola Lie.'),
      paragraph('– Og hun svarte, legger han til.'),
      paragraph('– Det stemmer, sier Moe. – Jeg svarer alltid.'),
      paragraph('– Nesten alltid.'),
    );
    expect(quotesOf(article, ola)).toEqual([
      'Vi ringte Kari i går, sier Ola Lie.',
      'Og hun svarte, legger han til.',
    ]);
    expect(quotesOf(article, kari)).toEqual([
      'Det stemmer, sier Moe. – Jeg svarer alltid.',
      'Nesten alltid.',
    ]);
  });

  test('a question that nobody is named for is the journalist’s', () => {
    const article = withPeople(
      [kari, ola],
      ...['– Vi lot den ringe, sier Kari Moe.', '– Hvorfor det?', '– Ingen hadde tid.'].map(
        paragraph,
      ),
    );
    expect(quotesOf(article, kari)).toEqual([
      'Vi lot den ringe, sier Kari Moe.',
      'Ingen hadde tid.',
    ]);
  });

  test('a reply that ends with a question is hers, one that only asks is not', () => {
    const article = withPeople(
      [kari],
      ...['– De er like. Hvordan skiller de seg ut?', '– Hvem? Og hvorfor?'].map(paragraph),
    );
    expect(quotesOf(article, kari)).toEqual(['De er like. Hvordan skiller de seg ut?']);
  });

  test('two with one surname are two, and told apart by their first names', () => {
    const article = withPeople(
      ['Kari Moe', 'Ola Moe'],
      paragraph('– Jeg vil ha kaffe, sier Kari Moe.'),
      paragraph('– Jeg vil ha te, sier Ola.'),
    );
    expect(quotedPeople(article)).toEqual(['Kari Moe', 'Ola Moe']);
    expect(quotesOf(article, 'Kari Moe')).toEqual(['Jeg vil ha kaffe, sier Kari Moe.']);
    expect(quotesOf(article, 'Ola Moe')).toEqual(['Jeg vil ha te, sier Ola.']);
  });

  test('an answer is whose name stands before it', () => {
    const article = withPeople(
      [kari, ola],
      answered('Hva nå?', 'Kari: Vi venter.', 'Ola: Vi ringer.'),
    );
    expect(quotesOf(article, ola)).toEqual(['Ola: Vi ringer.']);
  });

  test('a pull quote is whose name stands under it, and nobody’s without one', () => {
    const pulled = (attribution?: string): Block => ({
      ...{ type: 'pullQuote', quote: `Uthevet ${attribution ?? ''}`.trim() },
      ...(attribution === undefined ? {} : { attribution }),
    });
    const article = withPeople([kari], pulled('Ola Lie, kunde'), pulled('Moe'), pulled());
    expect(quotedPeople(article)).toEqual([kari, ola]);
    expect(quotesOf(article, ola)).toEqual(['Uthevet Ola Lie, kunde']);
    expect(quotesOf(article, kari)).toEqual(['Uthevet Moe']);
  });
});
