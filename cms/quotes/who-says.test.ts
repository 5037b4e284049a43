import { describe, expect, test } from 'vitest';
import type { Block } from '../../content/model/blocks/blocks.ts';
import { anArticle } from '../../content/testing/make-documents.ts';
import { findQuotes, quotedPeople } from './find-quotes.ts';

const paragraph = (text: string) =>
  ({ type: 'paragraph', children: [{ type: 'text', text }] }) satisfies Block;
const withPeople = (names: string[], ...body: Block[]) =>
  anArticle({ body, interviewees: names.map((name) => ({ name, role: '', organisation: null })) });
const quotesOf = (article: ReturnType<typeof withPeople>, name: string) =>
  findQuotes(article, name).map(({ quote }) => quote);

const [kari, ola] = ['Kari Moe', 'Ola Lie'];

describe('who says it', () => {
  test.each([
    'opplyser',
    'hevder',
    'uttaler',
    'kommenterer',
    'advarer',
    'roper',
    'innvender',
    'fastholder',
    'lo',
    'hermer',
  ])('«%s» needs to be in no list', (verb) => {
    const article = withPeople(
      [kari, ola],
      paragraph('– Vi er klare, sier Kari Moe.'),
      paragraph(`– Tallene er hemmelige, ${verb} Ola Lie.`),
      paragraph(`– Men ikke lenge, ${verb} daglig leder Ola Lie til Kari Moe.`),
    );
    expect(quotesOf(article, kari)).toEqual(['Vi er klare, sier Kari Moe.']);
    expect(quotesOf(article, ola)).toHaveLength(2);
  });

  test('two may speak in one paragraph, and be told of between', () => {
    const article = withPeople(
      [kari, ola],
      paragraph(
        '– Vi er klare, sier Kari Moe. Ola Lie er uenig. – Vi er ikke klare, sier Ola Lie. – Ikke ennå.',
      ),
      paragraph('«Alt er bra nå», sier Kari Moe. «Ingenting er bra nå», sier Ola Lie.'),
    );
    expect(quotesOf(article, kari)).toEqual(['Vi er klare, sier Kari Moe.', 'Alt er bra nå']);
    expect(quotesOf(article, ola)).toEqual([
      'Vi er ikke klare, sier Ola Lie. – Ikke ennå.',
      'Ingenting er bra nå',
    ]);
  });

  test('it may be somebody whom the article does not interview', () => {
    const article = withPeople(
      [kari],
      paragraph('– Vi må bli bedre, sier telefonsjef Per Hansen i nabofirmaet.'),
      paragraph('«Dette blir aldri noe av», mener Per Hansen.'),
    );
    expect(quotesOf(article, kari)).toEqual([]);
  });

  test.each([
    ['«Vi har ventet veldig lenge på dette», sier hun.', 'Vi har ventet veldig lenge på dette'],
    ['«Er vi klare for dette?» spør hun.', 'Er vi klare for dette?'],
    ['"Vi har ventet lenge nok", sier hun.', 'Vi har ventet lenge nok'],
    ['— Vi er klare, sier Kari Moe.', 'Vi er klare, sier Kari Moe.'],
    ['- Vi er klare, sier Kari Moe.', 'Vi er klare, sier Kari Moe.'],
    ['– Jeg ringte, men Ola svarte ikke.', 'Jeg ringte, men Ola svarte ikke.'],
  ])('%s', (text, quote) => {
    const before = paragraph('Kari Moe kommer inn døra.');
    for (const people of [[kari], [kari, ola]])
      expect(quotesOf(withPeople(people, before, paragraph(text)), kari)).toEqual([quote]);
  });

  test('a pull quote of two is both’s', () => {
    const pulled: Block = {
      ...{ type: 'pullQuote', quote: 'Vi ga oss ikke' },
      attribution: 'Kari Moe og Ola Lie, ledere',
    };
    const article = withPeople([], pulled);
    expect(quotedPeople(article)).toEqual([kari, ola]);
    expect([quotesOf(article, kari), quotesOf(article, ola)]).toEqual([
      ['Vi ga oss ikke'],
      ['Vi ga oss ikke'],
    ]);
  });

  test('title, ingress and boxes quote, too', () => {
    const article = {
      ...withPeople([kari, ola], {
        ...{ type: 'factBox', title: 'Fakta' },
        content: [paragraph('«Vi svarer alltid på dagen», heter det hos Kari Moe.')],
      }),
      ...{ title: 'Moe: – Køen er borte for godt', lead: '«Ingen savner den køen», sier Ola Lie.' },
    };
    expect(quotesOf(article, kari)).toEqual([
      'Køen er borte for godt',
      'Vi svarer alltid på dagen',
    ]);
    expect(quotesOf(article, ola)).toEqual(['Ingen savner den køen']);
  });

  test.each([
    '– Jeg er uenig, sier Støre.',
    '– Jeg er mot, sier en kunde.',
    '– Vi må kutte, sier ordføreren i kommunen.',
    '– Ja, sier Berit.',
    '– Vi venter, opplyser Nav i en e-post.',
    '– Nei, mener statsråden.',
    '«Det er altfor dyrt for oss», sier en kunde.',
  ])('%s is nobody’s whom we know', (text) => {
    const before = paragraph('– Det går bra, sier Kari Moe.');
    for (const people of [[kari], [kari, ola]]) {
      const article = withPeople(people, before, paragraph(text));
      for (const name of people)
        expect(quotesOf(article, name)).toEqual(
          name === kari ? ['Det går bra, sier Kari Moe.'] : [],
        );
    }
  });

  test.each([
    ['– Det går fint, sier også Ola Lie.', 'Det går fint, sier også Ola Lie.'],
    ['– Nei, sier så Ola Lie.', 'Nei, sier så Ola Lie.'],
    [
      'Kari Moe sier at det er bra, men Ola Lie svarer: – Nei, det er det ikke.',
      'Nei, det er det ikke.',
    ],
    ['Kari Moe viser til Ola Lie, som sa at «ingen ringer lenger».', 'ingen ringer lenger'],
    ['Ola Lie mener Kari Moe er «altfor redd for feil».', 'altfor redd for feil'],
    [
      '«Vi sa «nei takk» til dem, og det angrer jeg på», sier Ola Lie.',
      'Vi sa «nei takk» til dem, og det angrer jeg på',
    ],
    ['–Uten mellomrom, sier Ola Lie.', 'Uten mellomrom, sier Ola Lie.'],
  ])('%s is the second’s', (text, quote) => {
    const article = withPeople(
      [kari, ola],
      paragraph('– Det går bra, sier Kari Moe.'),
      paragraph(text),
    );
    expect(quotesOf(article, ola)).toEqual([quote]);
    expect(quotesOf(article, kari)).toEqual(['Det går bra, sier Kari Moe.']);
  });

  test.each([
    ['Per Lie', 'Antallet samtaler per time er «helt vilt og altfor mange».'],
    ['Per Lie', '– Per nå har vi ikke svar.'],
    ['Liv Lie', 'Det er lite liv i byen, og «ingen kommer hit lenger».'],
    ['Dag Lie', 'Hver dag får Kari Moe høre «dere svarer aldri oss».'],
    ['Bo Lie', 'De som vil bo i byen, mener at «dette er det beste stedet».'],
  ])('%s is no word: %s', (name, text) => {
    const before = paragraph('– Det går bra, sier Kari Moe.');
    const article = withPeople([kari, name], before, paragraph(text));
    expect(quotesOf(article, name)).toEqual([]);
  });

  test('double first names are names of their own', () => {
    const article = withPeople(
      ['Anne-Lise Berg', 'Anne Dahl'],
      paragraph('– Ja vel, sier Anne-Lise.'),
      paragraph('– Nei, sier Anne.'),
    );
    expect(quotesOf(article, 'Anne-Lise Berg')).toEqual(['Ja vel, sier Anne-Lise.']);
    expect(quotesOf(article, 'Anne Dahl')).toEqual(['Nei, sier Anne.']);
  });
});
