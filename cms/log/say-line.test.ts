import { expect, test } from 'vitest';
import { sayLine, type LogLine } from './say-line.ts';
import { text } from './text.ts';
import type { Act } from './write-log.ts';

const say = (line: LogLine) => {
  const { before, what, after } = sayLine(line);
  return before + what + after;
};
const acts = Object.keys(text.acts) as Act[];

test.each([
  [{ act: 'published', what: 'Kø i november' }, 'Randi publiserte «Kø i november»'],
  [{ act: 'unpublished', what: 'Kø', why: 'feil tall' }, 'Randi tok «Kø» av nett – feil tall'],
  [{ act: 'updated', what: '«Nei», sa hun' }, 'Randi oppdaterte «‘Nei’, sa hun», som er ute'],
  [{ act: 'role-changed', what: 'Per (Redaktør)' }, 'Randi endret rollen til Per (Redaktør)'],
  [{ act: 'password-changed', what: 'Randi (Admin)' }, 'Randi byttet passord for seg selv'],
  // Its link has a name all the same.
  [{ act: 'planned', what: '' }, 'Randi planla «Uten tittel»'],
  [{ act: 'logged-in', what: 'Randi (Admin)' }, 'Randi logget inn'],
  [
    { act: 'subscribers-imported', what: 'Abonnentlisten', why: '3 rader' },
    'Randi hentet inn abonnenter – 3 rader',
  ],
] as const)('%o', (line, sentence) => {
  expect(say({ who: 'Randi', ...line })).toBe(sentence);
});

test.each(acts)('%s is a sentence with everything that is known', (act) => {
  const sentence = say({ who: 'Systemet', act, what: 'det', why: 'derfor' });
  expect(sentence).toMatch(/^Systemet \p{Ll}.* – derfor$/u);
  expect(sentence).not.toMatch(/\{\}|undefined/);
});

test('leads to the article, the account or the mailing; to nothing that is deleted', () => {
  const path = (act: Act) => sayLine({ who: 'A', act, what: 'B', document: '7' }).path;
  expect(path('planned')).toBe('/collections/articles/7');
  expect(path('mailing-decided')).toBe('/collections/mailings/7');
  expect(path('user-added')).toBe('/collections/users/7');
  for (const gone of ['deleted', 'user-removed', 'picture-removed'] as const)
    expect(path(gone)).toBeUndefined();
});
