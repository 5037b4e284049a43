import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { eraseSubscriber } from './erase-subscriber.ts';
import { activeSubscriber } from '../testing/start-newsroom.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

test('who asks to be deleted is nowhere in the files of the database', async () => {
  const { payload, dataDir } = room;
  const email = 'Zoroaster.Kvist@eksempel.no';
  const row = await payload.db.create({
    collection: 'subscribers',
    data: { ...activeSubscriber(email), state: 'pending' },
  });
  const id = String(row.id);
  // Rows that grow are moved, and leave a copy behind.
  const consentText = 'Ja takk, til alt. '.repeat(400);
  await payload.db.updateOne({ collection: 'subscribers', id, data: { consentText } });
  await payload.db.updateOne({ collection: 'subscribers', id, data: { state: 'active' } });
  expect(await filesWith(dataDir, 'zoroaster.kvist')).not.toEqual([]);
  await eraseSubscriber(payload, id);
  expect(await filesWith(dataDir, 'zoroaster.kvist')).toEqual([]);
});

async function filesWith(folder: string, words: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const content = await readFile(join(parentPath, name), 'latin1');
      return content.toLowerCase().includes(words) ? [name] : [];
    }),
  );
  return found.flat();
}
