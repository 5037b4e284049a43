import { expect, test } from 'vitest';
import { splitCredit } from './split-credit.ts';

test.each([
  ['Køen i mai. FOTO: Ola Foto / NTB', 'Køen i mai.', 'Ola Foto / NTB'],
  ['Køen i mai FOTO: Ola Foto', 'Køen i mai', 'Ola Foto'],
  ['Køen (Foto: Ola Foto)', 'Køen', 'Ola Foto'],
  ['Køen | Foto: A / B', 'Køen', 'A / B'],
  ['Kari Moe, foto: Ola Foto', 'Kari Moe', 'Ola Foto'],
  ['Foto: Privat', '', 'Privat'],
  ['FOTO: ANNE LI / NTB SCANPIX', '', 'ANNE LI / NTB SCANPIX'],
  ['Alle foto: Privat', '', 'Privat'],
  ['Illustrasjon: Eva Strek', '', 'Eva Strek (illustrasjon)'],
  ['Til slutt tok hun et bilde: Det viste en gutt som gråt.', null, ''],
  ['Hun elsket foto: Det var alt hun ville.', null, ''],
  ['Han spurte: Foto: hva er det? Ingen visste det.', null, ''],
  ['Et bilde av køen.', null, ''],
])('«%s»', (said, caption, credit) => {
  expect(splitCredit(said)).toEqual({ caption: caption ?? said, credit });
});
