import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../instance/settings.ts';
import { nodeFlags } from '../instance/supervise.ts';
import { text } from '../text.ts';

/**
 * Migrates the database and loads the starter publication into it when it is empty, in a process of its
 * own that is gone before the CMS opens the file. A marker remembers, per database, that it was done:
 * whoever removes the starter articles does not get them back.
 */
export async function seedWhenEmpty(options: {
  dataDir: string;
  environment: Record<string, string>;
  log: (line: string) => void;
}): Promise<void> {
  const { dataDir, environment, log } = options;
  const database = environment['DATABASE_URL'] ?? '';
  const marker = join(dataDir, 'seeded');
  const isDone = existsSync(marker) && (await readFile(marker, 'utf8')) === database;
  const file = database.startsWith('file:') ? database.slice('file:'.length) : undefined;
  // Whoever keeps the file private may have made it, and nothing in it.
  const isGone = file !== undefined && (!existsSync(file) || statSync(file).size === 0);
  if (isDone && !isGone) return;

  log(text.seed.preparing);
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeFlags, 'scripts/seed.ts'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) {
    throw new StartError(text.seed.failed);
  }
  await writeFile(marker, database);
}
