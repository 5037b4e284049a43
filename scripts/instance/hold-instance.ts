import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { StartError } from './settings.ts';
import { text } from './text.ts';

/**
 * One instance per `DATA_DIR`: two would open the same database file. The file with our pid is removed
 * at exit; one left behind by a killed process is taken over. Makes the folder.
 */
export async function holdInstance(dataDir: string): Promise<void> {
  await makeFolder(dataDir).catch((cause: unknown) => {
    throw new StartError(text.data.noFolder(dataDir), { cause });
  });
  const file = join(dataDir, 'instance.pid');
  const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (holder > 0 && holder !== process.pid && isSupervisor(holder, await commandLine(holder))) {
    throw new StartError(text.data.taken(dataDir, holder));
  }
  await writeFile(file, String(process.pid));
  process.once('exit', () => rmSync(file, { force: true }));
}

/** The command line of a process, where the system tells (Linux); empty otherwise. */
async function commandLine(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}

function isSupervisor(pid: number, command: string): boolean {
  if (command !== '') return command.includes('scripts/');
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux';
  } catch {
    return false;
  }
}
