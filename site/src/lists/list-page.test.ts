import { expect, it } from 'vitest';
import { listPageNumber, pathOfPage } from './list-page.ts';

it('reads the number of a page from the end of its address', () => {
  expect(listPageNumber(undefined)).toBe('newest');
  expect(listPageNumber('side/12')).toBe(12);
  expect(listPageNumber('side/12/')).toBe(12);
});

it.each(['side/0', 'side/01', 'side/', 'side/x', 'annet', 'side/1/2'])('refuses %s', (rest) => {
  expect(listPageNumber(rest)).toBeUndefined();
});

it('is the other way round of pathOfPage', () => {
  expect(pathOfPage('/nyheter/', 'newest')).toBe('/nyheter/');
  expect(pathOfPage('/nyheter/', 3)).toBe('/nyheter/side/3/');
});
