import { expect, test } from 'vitest';
import { aBody, box, paragraph, words } from '../../testing/make-lexical.ts';
import { withoutPicture } from './without-picture.ts';

const line = (text: string) => paragraph(words(text));
const image = (media: unknown) => box('image', { media });

test('hero and boxes are taken out, as ids or whole documents, and nothing else', () => {
  const state = {
    heroImage: { id: 'a', alt: 'x' },
    title: 'Om a',
    body: aBody(line('Før.'), image('a'), image('b'), image({ id: 'a' }), line('a')),
  };
  expect(withoutPicture(state, 'a')).toEqual({
    heroImage: null,
    body: aBody(line('Før.'), image('b'), line('a')),
    bodyUses: ['media:b'],
  });
  expect(withoutPicture(state, 'b')).toEqual({
    body: aBody(line('Før.'), image('a'), image({ id: 'a' }), line('a')),
    bodyUses: ['media:a'],
  });
  expect(withoutPicture(state, 'c')).toBeUndefined();
  expect(withoutPicture({ heroImage: null, body: null }, 'a')).toBeUndefined();
});

test('whoever is interviewed keeps her name', () => {
  const kari = { id: 'r1', name: 'Kari', portrait: 'p' };
  const ola = { id: 'r2', name: 'Ola', portrait: 'q' };
  expect(withoutPicture({ interviewees: [kari, ola] }, 'p')).toEqual({
    interviewees: [{ ...kari, portrait: null }, ola],
  });
  expect(withoutPicture({ interviewees: [ola] }, 'p')).toBeUndefined();
});

test('a text of nothing but the picture keeps an empty line', () => {
  const body = withoutPicture({ body: aBody(image('a')) }, 'a')?.['body'];
  expect(body).toMatchObject({ root: { children: [{ type: 'paragraph', children: [] }] } });
});

test('a film goes on without its still', () => {
  const film = (poster: string | null) => ({
    root: { children: [{ type: 'block', fields: { blockType: 'film', poster } }] },
  });
  expect(withoutPicture({ body: film('p') }, 'p')).toMatchObject({ body: film(null) });
  expect(withoutPicture({ body: film('p') }, 'q')).toBeUndefined();
});
