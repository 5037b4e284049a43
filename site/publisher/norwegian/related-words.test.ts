import { describe, expect, test } from 'vitest';
import { jointsOf, relatedWords } from './related-words.ts';
import { norwegianWords } from './word-list.ts';

const list = norwegianWords();
const related = (word: string) => relatedWords(word, list);

describe('the parts of a compound', () => {
  test.each([
    ['medarbeiderindeksen', ['medarbeider', 'indeks']],
    ['kundesentrene', ['kunde', 'senter', 'kundesenter']],
    ['Kundesenterlederne', ['kunde', 'senter', 'leder']],
    ['svartiden', ['svar', 'tid']],
    ['arbeidsplassene', ['arbeid', 'plass']],
    ['kokebøkene', ['bok', 'bøker']],
    ['lojalitetsprogrammer', ['lojalitet', 'program', 'lojalitetsprogram']],
    ['telefonkøen', ['telefon', 'kø']],
    ['tilbakemelding', ['tilbake', 'melding']],
    ['spørreundersøkelser', ['undersøkelse']],
    ['chatboten', ['chat', 'bot']],
    ['KI-assistenten', ['assistenten', 'kiassistenten']],
  ])('%s is found by %j', (word, parts) => {
    expect(related(word)).toEqual(expect.arrayContaining(parts));
  });

  test.each([
    ['representerer', ['senter', 'presenterer']],
    ['forsikring', ['for', 'sikring']],
    ['parkeringen', ['park', 'ring']],
    ['menneske', ['menn', 'eske']],
    ['heisen', ['hei', 'sen']],
    ['automaten', ['mat', 'auto']],
    ['tidligere', ['tid']],
    ['bilder', ['bil']],
    ['melding', ['mel', 'ding']],
    ['karakter', ['kart', 'kar']],
  ])('%s is not found by %j', (word, parts) => {
    const found = related(word);
    for (const part of parts) expect(found).not.toContain(part);
  });
});

describe('other forms of a word', () => {
  test.each([
    ['bøkene', 'bok'],
    ['forsker', 'forskerne'],
    ['sykepleierne', 'sykepleier'],
    ['kundebehandlerne', 'kundebehandler'],
    ['lærer', 'lærere'],
    ['gikk', 'gått'],
    ['større', 'stor'],
    ['øret', 'øre'],
    ['æresdoktoren', 'doktor'],
    ['idé', 'ide'],
    ['bok', 'bøker'],
    ['mødrene', 'mor'],
    ['spurte', 'spørre'],
    ['skrev', 'skrive'],
    ['ringte', 'ringe'],
    ['artikler', 'artikkel'],
    ['senter', 'sentre'],
    ['skjema', 'skjemaer'],
    ['rommet', 'rom'],
    ['raskere', 'rask'],
    ['kø', 'køene'],
  ])('%s brings %s', (word, form) => {
    expect(related(word)).toContain(form);
  });
});

describe('letters that a keyboard lacks', () => {
  test.each([
    ['Tromsø', ['tromso', 'tromsoe', 'troms']],
    ['været', ['vaeret', 'varet', 'vret']],
    ['Ålesund', ['alesund', 'aalesund']],
  ])('%s is found by %j', (word, typed) => {
    expect(related(word)).toEqual(expect.arrayContaining(typed));
  });

  test('a word that becomes another one is left as it is', () => {
    expect(related('får')).not.toContain('far');
    expect(related('på')).toEqual([]);
  });
});

test('the dictionary knows words, and which of them make compounds', () => {
  expect(list.has('medarbeider')).toBe(true);
  expect(list.isPart('medarbeider')).toBe(true);
  expect(list.isPart('ringe')).toBe(false);
  expect(list.has('medarbeiderindeks')).toBe(false);
  expect(list.has('')).toBe(false);
  expect(list.has('x'.repeat(400))).toBe(false);
});

describe('where a long word may be broken', () => {
  test.each([
    ['kundeservicemedarbeiderne', 'kunde|service|medarbeiderne'],
    ['Medarbeiderindeksen', 'Medarbeider|indeksen'],
    ['arbeidsplassene', 'arbeids|plassene'],
    ['personvernerklæringen', 'person|vern|erklæringen'],
    ['kundesenterlederne', 'kunde|senter|lederne'],
    ['representerer', 'representerer'],
    ['parkeringsplassen', 'parkerings|plassen'],
    ['usedvanlige', 'usedvanlige'],
    ['åpenhetskulturen', 'åpenhets|kulturen'],
    ['virkelighetsfjern', 'virkelighets|fjern'],
    ['bursdagshilsener', 'bursdags|hilsener'],
    ['virksomhetene', 'virksomhetene'],
    ['gjennomsnittlig', 'gjennomsnittlig'],
    ['representantskapet', 'representantskapet'],
    ['informasjonskapsler', 'informasjons|kapsler'],
    ['Chatbotleverandører', 'Chat|bot|leverandører'],
  ])('%s: %s', (word, broken) => {
    const at = jointsOf(word, list);
    const parts = [0, ...at].map((start, n) => word.slice(start, at[n]));
    expect(parts.join('|')).toBe(broken);
  });
});
