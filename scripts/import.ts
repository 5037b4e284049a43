import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { printReport } from '../cms/moving/print-report.ts';
import type { MovedIn, MoveIn } from '../cms/moving/move-in.ts';
import { decidedSchema } from '../cms/moving/plan.ts';
import { text } from '../cms/moving/text.ts';
import { checkAddresses } from './instance/check-addresses.ts';
import { askCms } from './instance/ask-cms.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';

const words = text.command;

/**
 * `npm run import -- PATH… [--dry-run] [--map FILE] [--media PATH] [--fetch-media]`: an archive, or a list of subscribers, in. The running CMS does it; when none runs,
 * it is done here. Prints what was found, what becomes what, and everything that was not brought along.
 */
await runCommand(async () => {
  const { check, ...asked } = readArguments();
  if (check !== undefined) {
    const lines = await checkAddresses(check, readSettings().siteUrl);
    for (const line of lines) console.log(line);
    process.exit(0);
  }
  // What would be done is said before it is done.
  const looked = await move({ ...asked, isDryRun: true });
  for (const line of printReport(looked, { isDryRun: true })) console.log(line);
  const moved = asked.isDryRun ? looked : await move(asked);
  const { counts, warnings } = moved.report;
  const hasPeople = [counts.subscribers, counts.departed, warnings.subscriberRefused].some(Boolean);
  if (moved.archives.length === 0 && !hasPeople) throw new StartError(words.nothing);
  if (!asked.isDryRun)
    for (const line of printReport(moved, { isDryRun: false })) console.log(line);
  const whole = join(readSettings().dataDir, 'import-report.txt');
  const lines = printReport(moved, { isDryRun: asked.isDryRun, isWhole: true });
  writeFileSync(whole, `${lines.join('\n')}\n`, { mode: 0o600 });
  console.log(`\n${words.whole(whole)}`);
  process.exit(moved.report.counts.failed === undefined ? 0 : 1);
});

function move(asked: MoveIn): Promise<MovedIn> {
  return askCms<MovedIn>({
    ...{ path: '/api/moving/import', asked, show, words },
    here: async (payload) => {
      const { moveIn } = await import('../cms/moving/move-in.ts');
      return moveIn(payload, asked, show);
    },
  });
}

function readArguments(): MoveIn & { check: string | undefined } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      'fetch-media': { type: 'boolean', default: false },
      map: { type: 'string' },
      check: { type: 'string' },
      media: { type: 'string', multiple: true, default: [] },
    },
  });
  if (positionals.length === 0 && values.check === undefined) throw new StartError(words.usage);
  const [paths, media] = [positionals, values.media].map((each) =>
    each.map((path) => resolve(path)),
  );
  for (const path of [...(paths ?? []), ...(media ?? [])])
    if (!existsSync(path)) throw new StartError(words.noPath(path));
  return {
    check: values.check,
    paths: paths ?? [],
    media: media ?? [],
    plan: readPlan(values.map),
    isDryRun: values['dry-run'],
    fetchMedia: values['fetch-media'],
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

function show(done: number, total = 0): void {
  if (done % 50 === 0 || done === total) console.log(words.progress(done, total));
}
