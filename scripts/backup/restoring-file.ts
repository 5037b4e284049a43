import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../instance/settings.ts';

/** There while a restore moves things about; holds the path of the archive. */
export const restoringFile = (dataDir: string) => join(dataDir, 'restoring');

/** Throws when a restore was broken off: what is there belongs to two different moments, or is missing. */
export function assertNotRestoring(dataDir: string): void {
  const file = restoringFile(dataDir);
  if (!existsSync(file)) return;
  throw new StartError(
    'En gjenoppretting ble avbrutt før den var ferdig, så dataene henger ikke sammen. ' +
      `Kjør den på nytt: npm run restore -- ${readFileSync(file, 'utf8')}`,
  );
}
