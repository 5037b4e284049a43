import { expect, test } from 'vitest';
import { readableAddress } from './readable-address.ts';

const asked = (path: string) => readableAddress(new Request(`http://cms${path}`));

test.each([
  ['/api/%ff', 400],
  ['/api/articles/%ff', 400],
  ['/api/media/file/%ff.jpg', 400],
  ['/api/media/file/a%00.jpg', 400],
  ['/api/users/verify/x', 404],
])('%s is refused with %d, in a sentence', async (path, status) => {
  const answer = asked(path);
  if (!(answer instanceof Response)) throw new Error('it was let through');
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({
    errors: [{ message: expect.stringMatching(/\.$/) }],
  });
});

test.each(['/api/articles?where[title][equals]=%C3%A6', '/api/media/file/bl%C3%A5b%C3%A6r.jpg'])(
  '%s goes on as it is',
  (path) => {
    expect((asked(path) as Request).url).toBe(`http://cms${path}`);
  },
);

test('where a file lies is not for the asker to say', () => {
  expect((asked('/api/media/file/a.jpg?prefix=../') as Request).url).toBe(
    'http://cms/api/media/file/a.jpg',
  );
});
