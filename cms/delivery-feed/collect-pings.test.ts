import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { DocumentType } from '../../content/model/documents.ts';
import { collectPings } from './collect-pings.ts';

test('what is said together is sent together and at once, and a hundred more become one', async () => {
  const sent: DocumentType[][] = [];
  const ping = collectPings((types) => {
    sent.push([...types]);
    return Promise.resolve();
  }, 5);
  ping('article');
  ping('media');
  await Promise.resolve();
  expect(sent).toEqual([['article', 'media']]);
  for (let count = 0; count < 50; count += 1) {
    ping('media');
    ping('author');
  }
  await vi.waitFor(() => {
    expect(sent).toEqual([
      ['article', 'media'],
      ['media', 'author'],
    ]);
  });
});

test('after a pause the next ping goes at once again', async () => {
  const send = vi.fn(() => Promise.resolve());
  const ping = collectPings(send, 1);
  ping('article');
  await vi.waitUntil(async () => {
    await wait(5);
    ping('article');
    return send.mock.calls.length >= 3;
  });
});
