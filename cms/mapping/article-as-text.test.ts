import { expect, test } from 'vitest';
import { aBlock, aBody } from '../testing/make-article.ts';
import { articleAsText } from './article-as-text.ts';
import { bodyRelations } from './body-uses.ts';

test('an article as plain text has what was typed, boxes too, and nothing else', () => {
  const answer = aBody('Hun svarer på ett minutt.');
  const text = articleAsText({
    title: 'Køen er død',
    lead: '',
    body: aBody(
      'Det begynte i mai.',
      aBlock('questionAnswer', { question: 'Hvor lenge?', answer }),
      { type: 'list', children: [{ children: [{ text: 'Én' }] }, { children: [{ text: 'To' }] }] },
    ),
  });
  expect(text).toBe(
    'Køen er død\n\nDet begynte i mai.\n\nHvor lenge?\n\nHun svarer på ett minutt.\n\nÉn\nTo',
  );
});

test('an empty form is an empty text', () => {
  expect(articleAsText({})).toBe('');
});

test('tables, galleries and timelines are read, too', () => {
  const box = (fields: object) => ({ type: 'block', fields });
  const body = {
    root: {
      children: [
        box({
          blockType: 'table',
          rows: [
            ['År', 'Kø'],
            ['2025', '12'],
          ],
          headerRow: true,
        }),
        box({
          blockType: 'timeline',
          title: 'Saken',
          items: [{ when: 'I mai', text: 'Det begynte.' }],
        }),
        box({ blockType: 'gallery', items: [{ id: 'x', media: 'm1', caption: 'Køen' }] }),
      ],
    },
  };
  const text = articleAsText({ title: 'Tittel', body });
  for (const words of ['År\tKø', '2025\t12', 'I mai', 'Det begynte.', 'Køen'])
    expect(text).toContain(words);
});

test('what a box points at is no text of it', () => {
  const pointing = Object.fromEntries(Object.keys(bodyRelations).map((name) => [name, 'an-id']));
  const fields = { blockType: 'film', ...pointing, caption: 'En dag' };
  const body = { root: { children: [{ type: 'block', fields }] } };
  expect(articleAsText({ body })).toContain('En dag');
  expect(articleAsText({ body })).not.toContain('an-id');
});
