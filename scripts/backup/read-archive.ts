import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { openArchive } from './unpack-archive.ts';
import { readManifest, type Manifest } from './manifest.ts';

/** What an archive says of itself, without unpacking the rest; of one that says nothing when it was made, and no more. */
export async function readArchive(
  file: string,
  passphrase: string | undefined,
): Promise<Pick<Manifest, 'at' | 'rows'>> {
  const work = await mkdtemp(join(tmpdir(), 'kundefront-manifest-'));
  try {
    const wanted = extract({ cwd: work, filter: (path) => path === 'manifest.json' });
    await pipeline(await openArchive(file, passphrase), wanted);
    return (await readManifest(work)) ?? { at: (await stat(file)).mtime.toISOString(), rows: {} };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
