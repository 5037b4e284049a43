import { expect, test } from 'vitest';
import { pageDescription, pageTitle } from './page-title.ts';

const publication = { name: 'Kundefront', tagline: 'Om service' };

test.each([
  [undefined, 'Kundefront – Om service'],
  ['Åpent til ni', 'Åpent til ni – Kundefront'],
  [
    'Køen som forsvant da noen spurte hvorfor folk ringte om natta',
    'Køen som forsvant da noen spurte hvorfor folk ringte om natta',
  ],
  [
    'Tolv kommuner flyttet servicetorget inn på biblioteket – nå spør innbyggerne oftere',
    'Tolv kommuner flyttet servicetorget inn på biblioteket – nå spør…',
  ],
])('%s becomes %s', (title, expected) => {
  expect(pageTitle(title, publication)).toBe(expected);
});

test('never longer than what is shown', () => {
  expect(pageTitle('x'.repeat(200), publication).length).toBeLessThanOrEqual(70);
  expect(pageTitle('ord '.repeat(50), publication).length).toBeLessThanOrEqual(70);
});

test('a description that says little says whose page it is, too', () => {
  expect(pageDescription('Kari Nordmann.', publication)).toBe(
    'Kari Nordmann. Kundefront: Om service',
  );
  const long = 'Alt vi har skrevet om køer, svartider og folk som venter.';
  expect(pageDescription(long, publication)).toBe(long);
});
