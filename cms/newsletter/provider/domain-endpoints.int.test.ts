import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, asUser } from '../testing/ask.ts';
import { startNewsroom, type Newsroom } from '../testing/start-newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

const path = '/api/newsletter/domain';

test('an editor sends herself a test, and hears when it is refused', async () => {
  const editor = await asUser(newsroom, 'editor');
  const sent = await ask(newsroom, path, { method: 'POST', ...editor });
  const { to } = (await sent.json()) as { to: string };
  expect(newsroom.provider.accepted().map((mail) => [mail.to, mail.subject])).toEqual([
    [[to], 'Prøve fra Kundefront'],
  ]);
  newsroom.provider.disturb = () => ({ status: 403, html: false });
  const refused = await ask(newsroom, path, { method: 'POST', ...editor });
  expect(refused.status).toBe(502);
  expect(await refused.text()).toContain('tok ikke imot prøven');
});

test('strangers neither ask nor send', async () => {
  expect((await ask(newsroom, path)).status).toBe(401);
  expect((await ask(newsroom, path, { method: 'POST' })).status).toBe(401);
});
