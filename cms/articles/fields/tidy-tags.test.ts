import { expect, test } from 'vitest';
import { tidyTags } from './tidy-tags.ts';

test('a word is kept once, without blanks at its ends; commas divide', () => {
  expect(
    tidyTags(['kø', 'kø ', 'KØ', 'telefon, service', ' ', 'ko\u0308', 'kø  i  butikk']),
  ).toEqual([...['kø', 'telefon', 'service', 'kö', 'kø i butikk']]);
  expect(tidyTags(null)).toBeNull();
  expect(tidyTags(undefined)).toBeUndefined();
});
