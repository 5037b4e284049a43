import { expect, test } from 'vitest';
import { PageResponse } from './page-response.ts';

test('hands out the very bytes it was made of, as often as asked', async () => {
  const page = new TextEncoder().encode('<p>Blåbær</p>');
  const response = new PageResponse(page, {
    status: 404,
    headers: { 'content-type': 'text/html' },
  });
  expect(await response.bytes()).toBe(page);
  expect(await response.text()).toBe('<p>Blåbær</p>');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('text/html');
});

test('is an ordinary Response for everything else', async () => {
  expect(await new PageResponse('Feed: æøå').text()).toBe('Feed: æøå');
  expect(await PageResponse.json({ a: 1 }).json()).toEqual({ a: 1 });
  expect(await new PageResponse().text()).toBe('');
});
