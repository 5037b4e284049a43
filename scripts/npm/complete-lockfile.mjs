// Run after `npm install` has changed package-lock.json: a registry mirror that lacks the macOS and Windows
// binaries makes npm drop their optional entries, and `npm ci` then refuses the lockfile. This puts them back.
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));

/** npm skips an optional package whose `os`/`cpu` does not fit; its name tells both. */
const systems = {
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  linux: 'linux',
};
const processors = { arm64: 'arm64', x64: 'x64', ia32: 'ia32', arm: 'arm', wasm32: 'wasm32' };

// An entry that npm did record, at whatever place, keeps its integrity.
const known = new Map();
for (const [path, entry] of Object.entries(lock.packages)) {
  known.set(`${path.slice(path.lastIndexOf('node_modules/') + 13)}@${entry.version}`, entry);
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  const folder = path.slice(0, path.lastIndexOf('node_modules/') + 13);
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    // Beside the package that wants it; only platform binaries are pinned to one version.
    const key = `${path === '' ? 'node_modules/' : folder}${name}`;
    const words = name.split(/[-/]/);
    const os = words.map((word) => systems[word]).filter(Boolean);
    const cpu = words.map((word) => processors[word]).filter(Boolean);
    if (!/^\d/.test(version) || cpu.length === 0) continue;
    if (lock.packages[key]?.version === version) continue;
    lock.packages[key] = known.get(`${name}@${version}`) ?? {
      version,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
      cpu,
    };
    added++;
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(`${file}: ${added} optional entries restored`);
