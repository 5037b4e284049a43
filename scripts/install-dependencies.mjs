// Runs before everything else, on whatever Node the host has (20 or newer): plain JavaScript, no packages.
// What follows it in package.json is called as node_modules/.bin/node, with its path: a shell such as dash
// remembers where it found «node» the first time, and that is the host's.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const lockfile = 'package-lock.json';
// npm writes this file last, so it is there and newer than the lockfile only after a whole install.
const installed = 'node_modules/.package-lock.json';

const isInstalled =
  existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs;

if (!isInstalled) {
  console.log('Installerer pakkene som mangler (npm ci). Det tar noen minutter første gang …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci gikk ikke. Meldingen over sier hvorfor; prøv igjen når det er rettet.');
    process.exit(1);
  }
}
