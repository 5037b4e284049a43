import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tellOldAddresses } from './old-address.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
const sent = vi.fn<(message: { to?: unknown }) => Promise<void>>(async () => undefined);
beforeAll(async () => {
  room = await startRoom();
  vi.spyOn(room.payload, 'sendEmail').mockImplementation(sent as typeof room.payload.sendEmail);
});
afterAll(() => room.stop());

const present = 'a long password';
const change = async (data: object) => {
  const { docs } = await room.payload.find({
    collection: 'users',
    where: { role: { equals: 'editor' } },
  });
  return room.ask('editor', 'PATCH', `/users/${docs[0]?.id ?? ''}`, data);
};
const logIn = async (email: string, password: string) =>
  (await room.ask('anonymous', 'POST', '/users/login', { email, password })).status;

test.each([
  ['nothing', {}],
  ['a wrong one', { currentPassword: 'et helt annet passord' }],
])('with %s for the present password neither password nor address changes', async (_, given) => {
  for (const wanted of [{ password: 'et nytt og langt et' }, { email: 'tyv@example.com' }]) {
    const { status, body } = await change({ ...wanted, ...given });
    expect([status, body.errors[0].data.errors[0].path]).toEqual([400, 'currentPassword']);
  }
  expect(await logIn('editor@example.com', present)).toBe(200);
  expect(sent).not.toHaveBeenCalled();
});

test('what else is one’s own needs none; nothing of it is stored', async () => {
  const { status, body } = await change({ name: 'Nytt navn', email: 'editor@example.com' });
  expect([status, body.doc.name, body.doc.currentPassword ?? null]).toEqual([
    200,
    'Nytt navn',
    null,
  ]);
});

test('with it both change, and the old address is told', async () => {
  const data = { email: 'ny@example.com', currentPassword: present };
  expect((await change(data)).status).toBe(200);
  // The mail provider refuses at first: the notice waits.
  sent.mockRejectedValueOnce(new Error('503'));
  await tellOldAddresses(room.payload);
  await tellOldAddresses(room.payload);
  expect(sent).toHaveBeenCalledTimes(1);
  vi.setSystemTime(Date.now() + 61_000);
  await tellOldAddresses(room.payload);
  await tellOldAddresses(room.payload);
  vi.useRealTimers();
  expect(sent.mock.calls.map(([{ to }]) => to)).toEqual(Array(2).fill('editor@example.com'));
  const renewed = 'et nytt og langt passord';
  expect((await change({ password: renewed, currentPassword: present })).status).toBe(200);
  expect(await logIn('ny@example.com', renewed)).toBe(200);
});

test('an administrator sets those of others without knowing theirs', async () => {
  const { docs } = await room.payload.find({
    collection: 'users',
    where: { role: { equals: 'writer' } },
  });
  const answer = await room.ask('admin', 'PATCH', `/users/${docs[0]?.id ?? ''}`, {
    password: 'satt av administrator',
  });
  expect(answer.status).toBe(200);
  expect(await logIn('writer@example.com', 'satt av administrator')).toBe(200);
});
