import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { bearer } from '../content/wire/bearer.ts';
import { printReport } from '../cms/moving/print-report.ts';
import type { MovedIn, MoveIn } from '../cms/moving/move-in.ts';
import { decidedSchema } from '../cms/moving/plan.ts';
import { text } from '../cms/moving/text.ts';
import { backUpBeforeUpgrade } from './backup/back-up-before-upgrade.ts';
import { checkDatabase } from './instance/check-database.ts';
import { holdInstance } from './instance/hold-instance.ts';
import { prepareData } from './instance/prepare-data.ts';
import { instanceEnvironment } from './instance/services.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';

const words = text.command;

/**
 * `npm run import -- PATH… [--dry-run] [--map FILE] [--media PATH]`: an archive in. The running CMS does it; when none runs,
 * it is done here. Prints what was found, what becomes what, and everything that was not brought along.
 */
await runCommand(async () => {
  const asked = readArguments();
  const settings = readSettings();
  const secrets = await prepareData(settings);
  const token = settings.publishToken ?? secrets.publishToken;
  const answer = await fetch(`http://127.0.0.1:${settings.cmsPort}/api/moving/import`, {
    method: 'POST',
    headers: { authorization: bearer(token), 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  }).catch(() => undefined);
  const moved = answer === undefined ? await doHere(asked) : await follow(answer);
  if (moved.archives.length === 0) throw new StartError(words.nothing);
  for (const line of printReport(moved, asked.isDryRun)) console.log(line);
  process.exit(moved.report.counts.failed === undefined ? 0 : 1);

  async function doHere(move: MoveIn): Promise<MovedIn> {
    await checkDatabase(settings.databaseUrl);
    if (settings.databaseUrl.startsWith('file:')) await holdInstance(settings.dataDir);
    await backUpBeforeUpgrade(settings, console.log);
    Object.assign(process.env, instanceEnvironment(settings, secrets));
    // Imported here: the configuration reads the environment that was set above.
    const { getPayload } = await import('payload');
    const { default: config } = await import('../cms/payload.config.ts');
    const { moveIn } = await import('../cms/moving/move-in.ts');
    return moveIn(await getPayload({ config }), move, show);
  }
});

function readArguments(): MoveIn {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      map: { type: 'string' },
      media: { type: 'string', multiple: true, default: [] },
    },
  });
  if (positionals.length === 0) throw new StartError(words.usage);
  const [paths, media] = [positionals, values.media].map((each) =>
    each.map((path) => resolve(path)),
  );
  for (const path of [...(paths ?? []), ...(media ?? [])])
    if (!existsSync(path)) throw new StartError(words.noPath(path));
  return {
    paths: paths ?? [],
    media: media ?? [],
    plan: readPlan(values.map),
    isDryRun: values['dry-run'],
  };
}

function readPlan(file: string | undefined): MoveIn['plan'] {
  if (file === undefined) return {};
  try {
    return decidedSchema.parse(parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StartError(
      words.badMap(file, error instanceof Error ? error.message : String(error)),
    );
  }
}

/** Reads what the CMS tells, line by line. */
async function follow(answer: Response): Promise<MovedIn> {
  if (!answer.ok || answer.body === null) throw new StartError(words.refused(answer.status));
  let rest = '';
  let moved: MovedIn | undefined;
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const step = JSON.parse(line) as {
        done?: number;
        total?: number;
        moved?: MovedIn;
        error?: string;
      }; // why: our own endpoint's
      if (step.error !== undefined) throw new StartError(words.failed(step.error));
      if (step.done !== undefined) show(step.done, step.total ?? 0);
      moved = step.moved ?? moved;
    }
  }
  if (moved === undefined) throw new StartError(words.failed('ingen svar'));
  return moved;
}

function show(done: number, total: number): void {
  if (done % 50 === 0 || done === total) console.log(words.progress(done, total));
}
