import { test } from 'vitest';
import { readdirSync } from 'node:fs';
import { upload } from './testing/make-article.ts';
import { startRoom } from './testing/start-room.ts';
test('x', async () => {
  const room = await startRoom();
  const kept = await upload(room, { name: 'Hemmelig Ørn.JPG' });
  console.log(kept.filename, Object.keys(kept.sizes), readdirSync(room.dataDir + '/media'));
  for (const w of ['publisher', 'writer', 'anonymous'] as const) { const r = await room.ask(w, 'GET', `/media/file/${kept.filename}`); console.log(w, r.status, r.status===200?'':JSON.stringify(r.body), [...r.headers]); }
  await room.stop();
});
