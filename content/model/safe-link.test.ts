import { expect, test } from 'vitest';
import { safeLink } from './safe-link.ts';

test.each([
  ['https://nav.no', 'https://nav.no'],
  ['nav.no/kontakt', 'https://nav.no/kontakt'],
  ['http://10.0.0.1:8080/x', 'http://10.0.0.1:8080/x'],
  ['http://[::1]/', 'http://[::1]/'],
  ['http://localhost:4321/', 'http://localhost:4321/'],
  ['https://æøå.no/', 'https://æøå.no/'],
  ['/om/', '/om/'],
])('%s may be followed', (address, href) => expect(safeLink(address)).toBe(href));

test.each([
  ...[
    'https:///ugyldig',
    'https://nav',
    'https://xn--/',
    'https://.no',
    'https://nav.',
    'https://',
  ],
  // A key to it, for everybody to read.
  ...['https://bruker:passord@nav.no/', 'https://bruker@nav.no/', 'javascript:alert(1)'],
])('%s leads nowhere, or where nobody may be sent', (address) =>
  expect(safeLink(address)).toBeNull(),
);
