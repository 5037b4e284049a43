import { createReadStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { extract } from 'tar';
import { StartError } from '../instance/settings.ts';
import { decrypt, isEncrypted } from './encryption.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { text } from './text.ts';

/**
 * `database/` and `data/` of an archive, in `work`, and what it says of itself (undefined of one from before archives
 * did). Throws a sentence when it cannot be opened, is not whole, or none of ours.
 */
export async function unpackArchive(
  file: string,
  { work, passphrase }: { work: string; passphrase: string | undefined },
): Promise<Manifest | undefined> {
  const damaged = text.restore.damaged(file);
  await unpack(await openArchive(file, passphrase), { folder: work, damaged });
  const older = join(work, 'data.tar');
  if (existsSync(older)) {
    await mkdir(join(work, 'data'));
    await unpack(createReadStream(older), { folder: join(work, 'data'), damaged });
  }
  if (!existsSync(join(work, 'database')) || !existsSync(join(work, 'data')))
    throw new StartError(text.restore.foreign(file));
  return readManifest(work);
}

/** The archive as a tar, opened with the word when it needs one. */
export async function openArchive(file: string, passphrase: string | undefined): Promise<Readable> {
  const source = createReadStream(file);
  if (!(await isEncrypted(file))) return source;
  if (passphrase === undefined) throw new StartError(text.restore.encrypted);
  return decrypt(source, passphrase);
}

async function unpack(
  source: Readable,
  { folder, damaged }: { folder: string; damaged: string },
): Promise<void> {
  try {
    const unpacked = extract({ cwd: folder, strict: true });
    await new Promise<void>((resolve, reject) => {
      unpacked.on('error', reject);
      unpacked.on('close', resolve);
      source.on('error', reject);
      source.pipe(unpacked);
    });
  } catch (cause) {
    source.destroy();
    throw new StartError(damaged, { cause });
  }
}
