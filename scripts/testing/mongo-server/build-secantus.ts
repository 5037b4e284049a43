import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const version = '0.5.3-beta.196';
const defaultCache = join(import.meta.dirname, '../../../node_modules/.cache/kundefront');

export type Built = { ok: true; path: string } | { ok: false; reason: string };

/**
 * Path of SecantusDB's MongoDB server (crate `secantus-mdb`), compiled by cargo into
 * `KUNDEFRONT_CACHE` (else `node_modules/.cache/kundefront`) unless it is there already.
 * The first build takes about six minutes on two cores and needs cargo, cmake and a C compiler.
 */
export async function buildSecantus(): Promise<Built> {
  const root = join(process.env['KUNDEFRONT_CACHE'] ?? defaultCache, `secantus-mdb-${version}`);
  const path = join(
    root,
    'bin',
    process.platform === 'win32' ? 'secantusd-rs.exe' : 'secantusd-rs',
  );
  if (existsSync(path)) return { ok: true, path };
  console.error(`Building the MongoDB stand-in ${version} once, some minutes, into ${root} …`);
  const target = join(root, 'build');
  const result = await cargoInstall(root, target);
  if (!existsSync(path)) {
    return {
      ok: false,
      reason:
        'No MongoDB: set MONGODB_URL, or install mongod, or cargo with cmake and a C compiler ' +
        `(to build secantus-mdb; ${result}).`,
    };
  }
  await rm(target, { recursive: true, force: true });
  return { ok: true, path };
}

/** Resolves to how it ended, in words. Two at once are fine: cargo locks the target folder. */
function cargoInstall(root: string, target: string): Promise<string> {
  const child = spawn(
    'cargo',
    [
      ...['install', 'secantus-mdb', '--version', version, '--locked', '--root', root],
      // The crate names the newest compiler as its minimum but compiles with older ones.
      '--ignore-rust-version',
    ],
    {
      env: {
        ...process.env,
        CARGO_TARGET_DIR: target,
        // The crate's own release profile takes half as long again to build, and is no faster here.
        CARGO_PROFILE_RELEASE_LTO: 'off',
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
        CARGO_PROFILE_RELEASE_OPT_LEVEL: '1',
        CARGO_PROFILE_RELEASE_DEBUG: '0',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let tail = '';
  child.stderr.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-600)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(`cargo ended with ${code}: ${tail.trim()}`));
  });
}
