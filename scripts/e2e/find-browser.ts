import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Path of a Chromium: `BROWSER_PATH`, one that the system has, or one that is installed for the
 * occasion (Debian's package, else Playwright's download). Throws when none can be had.
 */
export async function findBrowser(): Promise<string> {
  const known = [process.env['BROWSER_PATH'], ...places, chromium.executablePath()];
  const found = known.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  console.log('Installerer en nettleser for testene …');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium']);
  } else {
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
  const installed = [...places, chromium.executablePath()].find((path) => existsSync(path));
  if (installed === undefined) {
    throw new Error('Fant ingen Chromium. Installer en, eller sett BROWSER_PATH til programmet.');
  }
  return installed;
}

function run(command: string, parameters: string[]): void {
  const { status } = spawnSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} failed (${status})`);
}
