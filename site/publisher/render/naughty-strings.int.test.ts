import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Published } from '../../../content/model/documents.ts';
import {
  anArticle,
  aMedia,
  aPublication,
  aSeries,
} from '../../../content/testing/make-documents.ts';
import { buildStale } from '../../../scripts/instance/build-stale.ts';
import { renderClean } from '../testing/render-clean.ts';
import { StubCms } from '../testing/stub-cms.ts';

/** The Big List of Naughty Strings on every page and in every feed. */
const file = new URL('../../../cms/testing/fixtures/blns/blns.json', import.meta.url);
const strings = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(file, 'utf8')))
  .map((text) =>
    text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, ''),
  ) // as the CMS hands them over
  .filter((text) => text.trim() !== '');

const dataDir = mkdtempSync(join(tmpdir(), 'naughty-'));
beforeAll(() => buildStale(() => undefined, 'site'), 300_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const documents = strings.flatMap((text, index): Published[] => [
  {
    type: 'article',
    document: anArticle({
      ...{ id: `a${index}`, slug: `sak-${index}`, title: text, lead: text, tags: [text] },
      ...{
        place: text,
        series: `s${index % 9}`,
        seriesNumber: index,
        marking: 'advert',
        sponsor: text,
      },
      body: [
        { type: 'paragraph', children: [{ type: 'text', text }] },
        { type: 'pullQuote', quote: text, attribution: text },
        { type: 'questionAnswer', question: text, anchor: `q${index}`, answer: [] },
        {
          type: 'table',
          ...{ headerRow: true, headerColumn: true },
          rows: [
            [text, '1'],
            ['2', text],
          ],
          caption: text,
          source: text,
        },
        { type: 'film', url: 'https://vimeo.com/1', caption: text, credit: text },
        { type: 'gallery', items: [{ media: 'm', caption: text }] },
        { type: 'timeline', title: text, items: [{ when: text, text }] },
        { type: 'callToAction', text, url: 'https://avis.example/' },
        ...(['bars', 'lines', 'shares'] as const).map((kind) => ({
          ...({ type: 'chart', kind, title: text, unit: text, source: text, note: text } as const),
          rows: [
            ['', `x${text}`],
            [text, '1'],
            [text, '2'],
          ],
        })),
      ],
    }),
  },
  ...(index < 9
    ? [
        {
          type: 'series' as const,
          document: aSeries({ id: `s${index}`, slug: `s${index}`, name: text }),
        },
      ]
    : []),
]);

test('every page is made, and is valid HTML', async () => {
  const cms = new StubCms([
    { type: 'publication', document: aPublication() },
    { type: 'media', document: aMedia({ id: 'm' }) },
    ...documents,
  ]);
  const site = await renderClean({ cms, dataDir });
  expect(Object.fromEntries(site.renderer.failed)).toEqual({});
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off' }, // counts `&lt;` as four
  });
  const wrong: string[] = [];
  let pages = 0;
  for (const name of site.folder.names().filter((each) => each.endsWith('.html'))) {
    const html = readFileSync(join(site.folder.root, name), 'utf8');
    pages += 1;
    if (pages % 5 !== 0) continue; // a validator takes its time
    const { results } = await validator.validateString(html);
    for (const { messages } of results) {
      wrong.push(...messages.map(({ ruleId, message }) => `${name}: ${ruleId}: ${message}`));
    }
  }
  site.published.close();
  expect(pages).toBeGreaterThan(strings.length);
  expect(wrong).toEqual([]);
}, 240_000);
