import type { Environment } from '../../content/settings/environment.ts';
import { StartError } from '../instance/settings.ts';
import { finishRestore } from './finish-restore.ts';
import { text } from './text.ts';

/**
 * Before a start: a restore that was killed is finished or undone, and a sentence says which. Throws the sentence with
 * what to do when neither is possible.
 */
export async function settleBrokenRestore(
  settings: Pick<Environment, 'dataDir' | 'databaseUrl'>,
  log: (line: string) => void,
): Promise<void> {
  const finished = await finishRestore(settings);
  if (finished === undefined) return;
  const file = finished.file ?? text.restore.someFile;
  if (finished.is === 'lost') throw new StartError(text.restore.lost(file));
  log(finished.is === 'undone' ? text.restore.undone : text.restore.finished(file, finished.kept));
}
