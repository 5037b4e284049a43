import type { Payload } from 'payload';
import { bearer } from '../../content/wire/bearer.ts';
import { backUpBeforeUpgrade } from '../backup/back-up-before-upgrade.ts';
import { checkDatabase } from './check-database.ts';
import { holdInstance } from './hold-instance.ts';
import { prepareData } from './prepare-data.ts';
import { readSteps } from './read-steps.ts';
import { instanceEnvironment } from './services.ts';
import { readSettings, StartError } from './settings.ts';

interface Work<Moved> {
  /** Below the address of the CMS. */
  path: string;
  asked: object;
  /** The same without a CMS that runs; its database is opened here. */
  here: (payload: Payload) => Promise<Moved>;
  show: (done: number, total?: number) => void;
  words: { refused: (status: number) => string; failed: (problem: string) => string };
}

/**
 * Long work on the database: the running CMS does it and tells how far it is, a line of JSON for each step; when none runs, it
 * is done here. (SQLite is one process's.)
 */
export async function askCms<Moved>({
  path,
  asked,
  here,
  show,
  words,
}: Work<Moved>): Promise<Moved> {
  const settings = readSettings();
  const secrets = await prepareData(settings);
  const token = settings.publishToken ?? secrets.publishToken;
  const answer = await fetch(`http://127.0.0.1:${String(settings.cmsPort)}${path}`, {
    method: 'POST',
    headers: { authorization: bearer(token), 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  }).catch(() => undefined);
  if (answer !== undefined) return follow<Moved>(answer, { show, words });

  await checkDatabase(settings.databaseUrl);
  if (settings.databaseUrl.startsWith('file:')) await holdInstance(settings.dataDir);
  await backUpBeforeUpgrade(settings, console.log);
  Object.assign(process.env, instanceEnvironment(settings, secrets));
  // Imported here: the configuration reads the environment that was set above.
  const { getPayload } = await import('payload');
  const { default: config } = await import('../../cms/payload.config.ts');
  return here(await getPayload({ config }));
}

async function follow<Moved>(
  answer: Response,
  { show, words }: Pick<Work<Moved>, 'show' | 'words'>,
): Promise<Moved> {
  if (!answer.ok || answer.body === null) throw new StartError(words.refused(answer.status));
  let moved: Moved | undefined;
  for await (const told of readSteps(answer.body)) {
    const step = told as { done?: number; total?: number; moved?: Moved; error?: string }; // why: our own endpoint's lines
    if (step.error !== undefined) throw new StartError(words.failed(step.error));
    if (step.done !== undefined) show(step.done, step.total);
    moved = step.moved ?? moved;
  }
  if (moved === undefined) throw new StartError(words.failed(`${String(answer.status)}, halvveis`));
  return moved;
}
