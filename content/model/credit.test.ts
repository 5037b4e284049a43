import { expect, test } from 'vitest';
import { creditLine } from './credit.ts';

test.each([
  ['Ola Foto', 'FOTO: Ola Foto'],
  ['Eva Strek (illustrasjon)', 'ILLUSTRASJON: Eva Strek'],
  ['Illustrasjon: Eva Strek', 'ILLUSTRASJON: Eva Strek'],
  ['Kari Søyle (Grafikk)', 'GRAFIKK: Kari Søyle'],
  ['Tegning:Per', 'TEGNING: Per'],
  ['Foto: Ola Foto', 'FOTO: Ola Foto'],
  ['Ola Foto / NTB', 'FOTO: Ola Foto / NTB'],
  ['(illustrasjon)', 'FOTO: (illustrasjon)'],
  ['Illustrasjon:', 'FOTO: Illustrasjon:'],
])('%j is printed as %j', (name, line) => {
  expect(creditLine({ name, url: null })).toBe(line);
});

test('of whom nobody names nothing is printed', () => {
  expect(creditLine(null)).toBe('');
});
