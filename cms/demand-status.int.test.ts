import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from './testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

test.each(['Published', 'published ', '', null, ['published']])(
  'an article is a draft or published, not %j',
  async (_status) => {
    const data = { title: 'En sak', kind: 'news', marking: 'editorial', _status };
    // why: what is sent over REST is whatever it is.
    const saved = room.payload.create({ collection: 'articles', data: data as never });
    await expect(saved).rejects.toThrow(/utkast \(draft\) eller publisert/);
  },
);
