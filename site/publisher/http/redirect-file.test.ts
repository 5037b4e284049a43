import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Change, Redirect } from '../../../content/model/documents.ts';
import { anArticle, aRedirect } from '../../../content/testing/make-documents.ts';
import { DocumentStore } from '../store/document-store.ts';
import { SitePaths } from '../render/site-paths.ts';
import { canonicalPath, findMoved, formatRedirects, redirectPage } from './redirect-file.ts';
import { listOf } from '../../../content/model/urls.ts';

const folder = mkdtempSync(join(tmpdir(), 'redirects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

function movedOf(redirects: Partial<Redirect>[], more: Change[] = []) {
  const published = new DocumentStore(join(folder, `${(count += 1)}.db`));
  const article = anArticle({ id: 'a', slug: 'lever' });
  published.apply(
    [
      { type: 'article', document: article },
      ...redirects.map((given, index): Change => ({
        type: 'redirect',
        document: aRedirect({ id: `redirect-${index}`, ...given }),
      })),
      ...more,
    ],
    '1',
  );
  const moved = findMoved(published, new SitePaths(published));
  published.close();
  return moved;
}

test('a redirect follows its article, whatever the slug is', () => {
  const moved = movedOf([{ from: '/saker/het-dette/', article: 'a', to: null }]);
  expect(moved.get('/saker/het-dette/')).toEqual({ to: '/saker/lever/' });
});

test('chains lead straight to the end', () => {
  const moved = movedOf([
    { from: '/en/', to: '/to/' },
    { from: '/to/', to: '/tre/' },
    { from: '/tre/', to: '/saker/lever/' },
  ]);
  for (const from of ['/en/', '/to/', '/tre/']) {
    expect(moved.get(from)).toEqual({ to: '/saker/lever/' });
  }
});

test('a circle leads nowhere: gone', () => {
  const moved = movedOf([
    { from: '/en/', to: '/to/' },
    { from: '/to/', to: '/en/' },
  ]);
  expect(moved.get('/en/')).toEqual({ gone: true });
});

test('a page that lives wins over a redirect and over a removal', () => {
  const moved = movedOf(
    [{ from: '/saker/lever/', to: '/nyheter/' }],
    [{ type: 'removed', of: 'article', id: 'b', path: '/saker/lever/' }],
  );
  expect(moved.size).toBe(0);
});

test('what was removed, and what led to it, is gone', () => {
  const moved = movedOf(
    [{ from: '/saker/eldre/', article: 'b', to: null }],
    [{ type: 'removed', of: 'article', id: 'b', path: '/saker/borte/' }],
  );
  expect(moved.get('/saker/borte/')).toEqual({ gone: true });
  expect(moved.get('/saker/eldre/')).toEqual({ gone: true });
});

test('the file tells static hosts what the server answers', () => {
  const moved = movedOf(
    [{ from: '/ut', to: 'https://eksempel.example/side' }],
    [{ type: 'removed', of: 'article', id: 'b', path: '/saker/borte/' }],
  );
  expect(formatRedirects(moved)).toBe(
    [
      '/saker/borte/ /410.html 410',
      '/ut/ https://eksempel.example/side 301',
      '/:list/side/* /:list/ 301',
      '/:kind/:list/side/* /:kind/:list/ 301',
      '/arkiv/:year/ /arkiv/ 301',
      '/arkiv/:year/:month/ /arkiv/ 301',
      '/arkiv/:year/:month/side/* /arkiv/:year/:month/ 301',
      '/stikkord/* /410.html 410',
      ...['/feed/atom/* /atom.xml 301', '/feed/* /rss.xml 301', '/rss/* /rss.xml 301'],
      ...['/page/* /saker/ 301', '/wp-content/* /410.html 410\n'],
    ].join('\n'),
  );
});

test.each([
  ['/saker/gammel', '/saker/gammel/'],
  ['/saker/blåbær/', '/saker/bl%C3%A5b%C3%A6r/'],
  ['/saker/bl%c3%a5b%C3%A6r', '/saker/bl%C3%A5b%C3%A6r/'],
  ['/gammel.html', '/gammel.html'],
  ['/100%', '/100%/'],
])('%s is looked up as %s', (typed, canonical) => {
  expect(canonicalPath(typed)).toBe(canonical);
});

test('a target may be typed without its last slash, and may carry a question', () => {
  const moved = movedOf([
    { from: '/a/', to: '/saker/lever' },
    { from: '/b/', to: '/sok/?q=kø' },
  ]);
  expect(moved.get('/a/')).toEqual({ to: '/saker/lever' });
  expect(moved.get('/b/')).toEqual({ to: '/sok/?q=kø' });
});

test('a tag that nothing carries any more is gone, and one that never was is not', () => {
  const change = (tags: string[]): Change => ({
    type: 'article',
    document: anArticle({ id: 'a', slug: 'lever', tags }),
  });
  const moved = movedOf([], [change(['Kø']), change(['Svar'])]);
  expect(moved.get('/stikkord/ko/')).toEqual({ gone: true });
  expect(moved.get('/stikkord/ko/rss.xml')).toEqual({ gone: true });
  expect(moved.has('/stikkord/svar/')).toBe(false);
  expect(moved.has('/stikkord/aldri/')).toBe(false);
});

test('the page for hosts without redirects cannot be broken out of', () => {
  expect(redirectPage('/"><script>alert(1)</script>', 'http://site')).not.toContain('<script>');
});

test('a redirect whose article was deleted is gone, and never unknown', () => {
  const moved = movedOf([{ from: '/saker/het-dette/', article: null, to: null }]);
  expect(moved.get('/saker/het-dette/')).toEqual({ gone: true });
});

test('a list takes its feed along', () => {
  const moved = movedOf([
    { from: '/tema/gammelt/', to: '/tema/nytt/' },
    { from: '/skribenter/borte/', article: null, to: null },
  ]);
  expect(moved.get('/skribenter/borte/rss.xml')).toEqual({ gone: true });
  expect(moved.has('/tema/gammelt/rss.xml')).toBe(true);
});

test.each([
  ['/tema/x/side/3/', '/tema/x/'],
  ['/nyheter/side/1/', '/nyheter/'],
  ['/arkiv/2019/side/2/', '/arkiv/2019/'],
  ['/arkiv/2019/', '/arkiv/'],
  ['/arkiv/2019/03/side/2/', '/arkiv/2019/03/'],
  ['/arkiv/2019/03/', '/arkiv/'],
  ['/saker/side/', undefined],
  ['/side/1/', undefined],
])('a list that became shorter: %s → %s', (path, list) => {
  expect(listOf(path)).toBe(list);
});

test('an address that was told apart by its question leads on; for static hosts its parameters stand apart', () => {
  const moved = movedOf([
    { from: '/?p=100', article: 'a', to: null },
    { from: '/2021/12/13/navn/', article: 'a', to: null },
  ]);
  expect(moved.get('/?p=100')).toEqual({ to: '/saker/lever/' });
  expect(formatRedirects(moved)).toContain('/ p=100 /saker/lever/ 301\n');
});
