import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getPayload } from 'payload';
import config from '../cms/payload.config.ts';
import { loadStarter } from './seed/load-starter.ts';
import { readStarter } from './seed/read-starter.ts';

/**
 * Migrates the database and, when it holds no article, loads the starter publication. The marker is
 * there while that goes on: a run that was killed is taken up where it stopped.
 */
const marker = join(process.env['DATA_DIR'] ?? './data', 'seeding');
const payload = await getPayload({ config });
const { totalDocs } = await payload.count({ collection: 'articles' });
if (totalDocs === 0 || existsSync(marker)) {
  await writeFile(marker, '');
  await loadStarter({ payload, starter: await readStarter(), log: console.log });
  await rm(marker);
}
process.exit(0);
