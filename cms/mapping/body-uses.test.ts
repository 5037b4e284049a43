import { expect, test } from 'vitest';
import { aBody, box, item, list, paragraph, words } from '../testing/make-lexical.ts';
import { articleBlocks } from '../articles/blocks/article-blocks.ts';
import { bodyRelations, bodyUsesOf, idsOfUses } from './body-uses.ts';

test('a body shows what its boxes name, as ids or whole documents, each once', () => {
  const body = aBody(
    paragraph(words('media:x')),
    box('image', { media: 'a' }),
    list('bullet', [item(box('image', { media: { id: 'b', alt: 'x' } }))]),
    box('factBox', { organisation: 'c', content: aBody(box('image', { media: 'd' })) }),
    box('image', { media: 'a' }),
    box('image', { media: null }),
    box('articleLink', { article: 'e' }),
  );
  const uses = bodyUsesOf(body);
  expect(uses).toEqual(['media:a', 'media:b', 'organisations:c', 'media:d']);
  expect(idsOfUses(uses, 'media')).toEqual(['a', 'b', 'd']);
  expect(idsOfUses(uses, 'organisations')).toEqual(['c']);
});

test.each([[null], [undefined], ['media:a'], [{}], [{ root: { children: 5 } }]])(
  'a body that is %j shows nothing',
  (body) => expect(bodyUsesOf(body)).toEqual([]),
);

test('a body of any depth and width is walked', () => {
  let deep: unknown = box('image', { media: 'a' });
  for (let level = 0; level < 50_000; level += 1) deep = [deep];
  const wide = Array.from({ length: 300_000 }, () => 0);
  expect(bodyUsesOf({ root: { children: [deep, wide] } })).toEqual(['media:a']);
});

test('every box that points at something is known', () => {
  const pointing = articleBlocks.flatMap(({ fields }) =>
    fields.flatMap((field) =>
      'relationTo' in field && field.relationTo !== 'articles'
        ? [[field.name, field.relationTo] as const]
        : [],
    ),
  );
  expect(Object.fromEntries(pointing)).toEqual(bodyRelations);
});
