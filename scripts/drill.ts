import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildStale } from './instance/build-stale.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';
import { runDrill } from './drill/run-drill.ts';
import { text } from './drill/text.ts';

/**
 * `npm run drill [-- FILE]`: destroys and restores a copy of the system, in folders and databases that the drill makes
 * itself, and prints a report; from the newest backup at `BACKUP_TO`, or FILE, or one made now. Ends with 1 when anything was not as it must be.
 */
await runCommand(async () => {
  const [given] = process.argv.slice(2);
  const file = given === undefined ? undefined : resolve(given);
  if (file !== undefined && !existsSync(file)) throw new StartError(text.notFound(file));
  const settings = readSettings();
  console.log(`${text.begins}\n`);
  await buildStale(console.log);
  const findings = await runDrill(settings, { file, log: console.log });
  const width = Math.max(...findings.map(({ what }) => what.length));
  console.log('');
  for (const { what, found, isGood } of findings)
    console.log(`${isGood ? '✓' : '✗'} ${what.padEnd(width)}  ${found}`);
  const isGood = findings.every((finding) => finding.isGood);
  console.log(`\n${isGood ? text.good : text.bad}`);
  process.exit(isGood ? 0 : 1);
});
