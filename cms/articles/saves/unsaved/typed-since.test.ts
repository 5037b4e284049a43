import type { FormState } from 'payload';
import { expect, test } from 'vitest';
import { tellForm, withoutTyped } from './typed-since.ts';

const state = (values: Record<string, unknown>): FormState =>
  Object.fromEntries(
    Object.entries(values).map(([path, value]) => [path, { value, initialValue: value }]),
  );

test('what was written while it was being saved is not what the save answers, in however many fields', () => {
  const sent = state({ title: 'Tittel', lead: 'Ingress', slug: '', authors: [] });
  const answer = state({ title: 'Tittel', lead: 'Ingress', slug: 'tittel', authors: [] });
  const stop = tellForm('a', () =>
    state({ title: 'Tittel to', lead: 'Ingress og mer', slug: null, authors: ['kari'] }),
  );
  expect(withoutTyped('a', sent, answer)).toEqual({
    ...{ title: {}, lead: {}, authors: {} },
    // What the server made of it, where nobody wrote.
    slug: { value: 'tittel', initialValue: 'tittel' },
  });
  expect(withoutTyped('another', sent, answer)).toEqual(answer);
  stop();
  expect(withoutTyped('a', sent, answer)).toEqual(answer);
});
