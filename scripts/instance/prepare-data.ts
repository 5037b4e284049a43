import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, rename, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../../content/settings/environment.ts';
import { assertNotRestoring } from '../backup/restoring-file.ts';
import { makeFolder } from './make-folder.ts';
import { StartError } from './settings.ts';
import { text } from './text.ts';

const requiredBytes = 200 * 1024 * 1024;

const secretsSchema = z.object({
  payloadSecret: z.string().min(32),
  publishToken: z.string().min(32),
  mailKey: z.string().startsWith('re_'),
  webhookSecret: z.string().startsWith('whsec_'),
});
export type Secrets = z.infer<typeof secretsSchema>;

/** Makes `DATA_DIR`, checks that there is room, and returns the secrets kept there (made on first start). */
export async function prepareData({
  dataDir,
  databaseUrl,
  payloadSecret,
}: Pick<Environment, 'dataDir' | 'databaseUrl'> &
  Partial<Pick<Environment, 'payloadSecret'>>): Promise<Secrets> {
  try {
    await makeFolder(dataDir);
  } catch (error) {
    throw new StartError(text.data.noFolder(dataDir), {
      cause: error,
    });
  }
  assertNotRestoring(dataDir);
  const { bavail, bsize } = await statfs(dataDir);
  if (bavail * bsize < requiredBytes) {
    throw new StartError(text.data.noRoom(dataDir));
  }
  await keepPrivate(dataDir, databaseUrl);
  return readOrMakeSecrets(join(dataDir, 'secrets.json'), payloadSecret);
}

/**
 * What holds addresses, passwords' hashes or drafts is for this account alone, also in folders of earlier versions.
 * `DATA_DIR` itself and `public` stay readable: a web server of another account may serve the site.
 */
async function keepPrivate(dataDir: string, databaseUrl: string): Promise<void> {
  for (const name of ['media', 'mailbox']) {
    await mkdir(join(dataDir, name), { recursive: true, mode: 0o700 });
    await chmod(join(dataDir, name), 0o700);
  }
  const database = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : undefined;
  // Made before SQLite makes it: what it lays beside a file has that file's rights.
  if (database !== undefined && existsSync(dirname(database)))
    await (await open(database, 'a', 0o600)).close();
  const files = [
    ...(database === undefined ? [] : ['', '-wal', '-shm'].map((suffix) => database + suffix)),
    join(dataDir, 'mailbox/journal.jsonl'),
    join(dataDir, 'secrets.json'),
  ];
  for (const file of files) if (existsSync(file)) await chmod(file, 0o600);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // the schema refuses it, with a sentence
  }
}

/** `payloadSecret`: the one of the environment, which is none of the file's where a restored copy left it out. */
async function readOrMakeSecrets(file: string, payloadSecret?: string): Promise<Secrets> {
  const made: Secrets = {
    payloadSecret: randomBytes(32).toString('hex'),
    publishToken: randomBytes(32).toString('hex'),
    mailKey: `re_local_${randomBytes(12).toString('hex')}`,
    webhookSecret: `whsec_${randomBytes(24).toString('base64')}`,
  };
  if (!existsSync(file)) {
    await write(file, made);
    return made;
  }
  const stored = secretsSchema.partial().safeParse(parseJson(await readFile(file, 'utf8')));
  if (!stored.success) throw new StartError(text.data.damaged(file));
  const {
    payloadSecret: own = payloadSecret,
    publishToken = made.publishToken,
    mailKey = made.mailKey,
    webhookSecret = made.webhookSecret,
  } = stored.data;
  // Links that were mailed hang on it: never made anew where a copy came from somewhere that had one.
  if (own === undefined) throw new StartError(text.data.noSecret(file));
  const others = { publishToken, mailKey, webhookSecret };
  if (Object.keys(others).some((name) => !(name in stored.data)))
    await write(file, { ...others, ...stored.data });
  return { payloadSecret: own, ...others };
}

async function write(file: string, secrets: object): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(secrets, undefined, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
