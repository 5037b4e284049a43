import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

test('who guesses at many accounts is stopped, who knows her password is not', async () => {
  const email = 'lederen@example.org';
  const password = 'et-langt-passord-1';
  await room.ask('admin', 'POST', '/users', { email, password, name: 'Leder', role: 'editor' });
  const right = () => room.ask('anonymous', 'POST', '/users/login', { email, password });
  for (let times = 0; times < 60; times += 1) expect((await right()).status).toBe(200);
  const guess = (name: string) =>
    room.ask('anonymous', 'POST', '/users/login', { email: `${name}@example.org`, password: 'x' });
  for (let times = 0; times < 50; times += 1) expect((await guess(`u${times}`)).status).toBe(401);
  const refused = await guess('enda-en');
  expect([refused.status, refused.body.errors[0].message]).toEqual([
    429,
    expect.stringMatching(/^For mange feil innlogginger herfra\. Prøv igjen om \d+ minutter\.$/),
  ]);
});
