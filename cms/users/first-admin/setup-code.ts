import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { readEnvironment } from '../../environment.ts';
import { offersFirstUser } from './offers-first-user.ts';
import { equalSecrets } from '../../../content/wire/equal-secrets.ts';

const fileOf = () => join(readEnvironment().dataDir, 'setup-code');

/**
 * Keeps `DATA_DIR/setup-code` (0600) while there is no user, and removes it when there is one. Whoever can read the
 * file, or what `npm start` prints of it, may become the first administrator. Only where
 * `offersFirstUser` says so; elsewhere it is `npm run admin:create`.
 */
export async function keepSetupCode(payload: Payload): Promise<void> {
  if (!offersFirstUser(readEnvironment())) return;
  if (await hasUsers(payload)) {
    await rm(fileOf(), { force: true });
    return;
  }
  // Written whole under another name, then given this one unless somebody was first.
  const made = `${fileOf()}.${randomBytes(4).toString('hex')}`;
  await writeFile(made, newCode(), { mode: 0o600 });
  try {
    await link(made, fileOf());
  } catch (error) {
    if (!isTaken(error)) throw error;
  } finally {
    await rm(made, { force: true });
  }
}

export async function hasUsers(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.db.count({ collection: 'users' });
  return totalDocs > 0;
}

/** Whether somebody gave the code of the file. Spaces, hyphens and capitals do not matter. */
export async function isSetupCode(given: unknown): Promise<boolean> {
  if (typeof given !== 'string') return false;
  const code = plain(await readFile(fileOf(), 'utf8').catch(() => ''));
  return code.length >= 20 && equalSecrets(plain(given), code);
}

/** 80 random bits, in groups that can be read out. */
const newCode = () => (randomBytes(10).toString('hex').match(/.{5}/g) ?? []).join('-');
const plain = (code: string) => code.toLowerCase().replace(/[\s-]/g, '');

// why: a system error of Node carries a code.
const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';
