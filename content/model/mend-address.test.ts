import { describe, expect, test } from 'vitest';
import { mendAddress } from './mend-address.ts';
import { safeLink } from './safe-link.ts';

describe('an address as its author meant it', () => {
  test.each([
    ['www.nav.no', 'https://www.nav.no'],
    ['nav.no/kontakt?a=b', 'https://nav.no/kontakt?a=b'],
    ['blåbær.no', 'https://blåbær.no'],
    ['\u00a0\u200b https://nav.no/x\u2060\ufeff', 'https://nav.no/x'],
    ['https://nav.no/en side', 'https://nav.no/en%20side'],
    ['kari@nav.no', 'mailto:kari@nav.no'],
    ['mailto: kari@nav.no', 'mailto:kari@nav.no'],
    ['mailto:a@b.no?subject=Hei på deg', 'mailto:a@b.no?subject=Hei%20på%20deg'],
    ['tel:+47 22 33 44 55', 'tel:+4722334455'],
    ['+47 22 33 44 55', 'tel:+4722334455'],
    ['22 33 44 55', 'tel:22334455'],
    ['tel:+47-22-33-44-55', 'tel:+4722334455'],
    ['http:/nav.no', 'http://nav.no'],
    ['https//nav.no/x', 'https://nav.no/x'],
    ['http:nav.no', 'http://nav.no'],
    ['<https://nav.no>', 'https://nav.no'],
    ['mailto:Kari Nordmann <kari@nav.no>', 'mailto:kari@nav.no'],
    ['https:// www.nav.no', 'https://www.nav.no'],
    ['https://https://nav.no/x', 'https://nav.no/x'],
    ['http:// https://nav.no', 'https://nav.no'],
    ['www.nav.no.', 'https://www.nav.no'],
    ['(www.nav.no)', 'https://www.nav.no'],
    ['nav.no/kontakt,', 'https://nav.no/kontakt'],
    ['https://no.wikipedia.org/wiki/Foo_Inc.', 'https://no.wikipedia.org/wiki/Foo_Inc.'],
    ['https://nav.no/100 %', 'https://nav.no/100%20%25'],
    ['kontakt@nav.no?subject=Hei på deg', 'mailto:kontakt@nav.no?subject=Hei%20på%20deg'],
    ['mailto:a@b.no?subject=100 % rabatt', 'mailto:a@b.no?subject=100%20%25%20rabatt'],
    ['0047 22 33 44 55', 'tel:+4722334455'],
    ['116 117', 'tel:116117'],
    ['113', 'tel:113'],
    ['/saker/x/', '/saker/x/'],
    ['#avsnitt', '#avsnitt'],
  ])('%j is %j', (from, to) => {
    expect(mendAddress(from)).toBe(to);
    expect(safeLink(from)).toBe(to);
    expect(mendAddress(to)).toBe(to);
  });

  test.each([
    'file:///C:/x.docx',
    'javascript:alert(1)',
    'data:text/html,x',
    'en setning',
    '//nav.no/x',
    'fil.docx',
    'Rapport 2024.pdf',
    '2024',
    '',
    '/\\x.no',
    'mailto:',
    'mailto:kari',
    'tel:abc',
  ])('%j leads nowhere', (address) => expect(safeLink(address)).toBeNull());
});
