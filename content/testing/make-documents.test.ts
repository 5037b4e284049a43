import { expect, test } from 'vitest';
import { boxTypes } from '../model/blocks/blocks.ts';
import { publishedSchema } from '../model/documents.ts';
import { blocksToPlainText, countWords } from '../model/blocks/plain-text.ts';
import { samplePublication } from './sample-publication.ts';

test('a sample publication is made of documents the schema accepts, the same every time', () => {
  const documents = samplePublication(30, { pictures: 0.5 });
  for (const document of documents) publishedSchema.parse(document);
  expect(documents.filter(({ type }) => type === 'article')).toHaveLength(30);
  expect(samplePublication(30, { pictures: 0.5 })).toEqual(documents);
});

test('sample articles hold every block type and about as many words as asked for', () => {
  const [article] = samplePublication(3, { words: 800, pictures: 1 }).flatMap((each) =>
    each.type === 'article' && each.document.id === 'a2' ? each.document : [],
  );
  const body = article?.body ?? [];
  const types = new Set<string>(body.map(({ type }) => type));
  for (const type of boxTypes) {
    expect(types).toContain(type);
  }
  expect(Math.abs(countWords(blocksToPlainText(body)) - 800)).toBeLessThan(100);
});
