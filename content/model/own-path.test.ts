import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
  ['/saker/x/', '/saker/x/'],
  ['/saker/x', '/saker/x/'],
  ['https://avisen.no/saker/x/?utm=1#del', '/saker/x/'],
  ['http://www.avisen.no/saker/x', '/saker/x/'],
  ['HTTPS://AVISEN.NO/', '/'],
  ['https://avisen.no', '/'],
  ['/rss.xml', '/rss.xml'],
  ['http://AVISEN.no/saker/x/index.html', '/saker/x/'],
  ['https://avisen.no.example/saker/x/', undefined],
  ['https://avisen.no//saker//x', '/saker/x/'],
  ['//example.com/saker/x/', undefined],
  ['https://example.com/saker/x/', undefined],
  ['mailto:tips@avisen.no', undefined],
  ['#del', undefined],
])('%s', (href, path) => {
  expect(ownPath(href, 'https://www.avisen.no')).toBe(path);
});

test('on one machine the port is what tells two sites apart', () => {
  expect(ownPath('http://localhost:4321/saker/x/', 'http://localhost:4321')).toBe('/saker/x/');
  expect(ownPath('http://localhost:3000/saker/x/', 'http://localhost:4321')).toBeUndefined();
});
