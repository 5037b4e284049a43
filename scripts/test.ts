import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import pLimit from 'p-limit';
import { z } from 'zod';
import { findBrowser } from './e2e/find-browser.ts';
import { buildStale } from './instance/build-stale.ts';
import { startMongo } from './testing/start-mongo.ts';

/**
 * `node scripts/test.ts [part] [file …]`: everything that must hold, in the order in which it fails fastest, or one
 * part of it, or that part's tests in some files. Checks count as one test each. Named at the end: what this machine could not
 * run, and what failed. Last line: `N passed, N failed`.
 *
 * - `check`: format, lint, types, unused exports and unit tests, side by side.
 * - `unit`, `int`, `mongo`, `e2e`: the tests of that kind.
 * - `cluster`, only when it is named: one newsroom, two workers and two sites as processes behind HAProxy, killed in turn.
 * - `crash`, only when it is named: every cell of the newsletter's crash matrix, on both databases, with a table of
 *   each, and 10,000 deliveries claimed by two workers.
 */
const [part = 'all', ...wantedFiles] = process.argv.slice(2);
let passed = 0;
/** What failed, told once more at the end: the part, the test, and the beginning of its message. */
const failures: string[] = [];

/** What this machine cannot run, and why it is not held against it. */
const skipped: string[] = [];

const reportSchema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Where a tool keeps what saves it work the next time. */
const inBuild = (option: string, name: string) => [option, `.build/cache/${name}`];
const bin = (name: string) => `node_modules/.bin/${name}`;
const checks: [name: string, command: string[]][] = [
  ['types: site, model and scripts', [bin('astro'), 'check', '--minimumSeverity', 'error']],
  ['types: cms', [bin('tsc'), '-p', 'cms/tsconfig.json']],
  [
    'lint, with the borders between the rooms',
    [bin('eslint'), '.', '--cache', ...inBuild('--cache-location', 'eslint')],
  ],
  [
    'format',
    [
      ...[bin('prettier'), '--check', '--log-level', 'warn', '.', '--cache'],
      ...inBuild('--cache-location', 'prettier'),
    ],
  ],
  ['unused exports', [bin('knip'), '--no-config-hints']],
];

switch (part) {
  case 'all':
    await runChecks();
    await runUnit();
    await runIntegration();
    await runOnMongo();
    await runBrowser();
    break;
  case 'check':
    await Promise.all([runUnit(), runChecks()]);
    break;
  case 'unit':
    await runUnit();
    break;
  case 'int':
    await runIntegration();
    break;
  case 'mongo':
    await runOnMongo(wantedFiles);
    break;
  case 'e2e':
    await runBrowser();
    break;
  case 'cluster':
    await buildStale((line) => console.log(line));
    await runVitest('cluster', wantedFiles);
    break;
  case 'crash':
    await runCrashMatrix();
    break;
  default:
    failures.push(`«${part}» is no part: all, check, unit, int, mongo, e2e, cluster, crash`);
}
for (const name of skipped) console.log(`SKIPPED ${name}`);
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function runChecks(): Promise<void> {
  await pLimit(2).map(checks, async ([name, [command = '', ...parameters]]) => {
    const started = Date.now();
    const { code, output } = await run(command, parameters, 'captured');
    const isPassed = code === 0;
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(
      `── ${name}: ${isPassed ? 'ok' : 'FAILED'} (${seconds} s)${output && `\n${output}`}`,
    );
    if (isPassed) passed += 1;
    else failures.push(name);
  });
}

function runUnit(): Promise<void> {
  return runVitest('unit', wantedFiles);
}

async function runIntegration(): Promise<void> {
  await buildStale((line) => console.log(line));
  await runVitest('integration', wantedFiles);
}

async function runBrowser(): Promise<void> {
  process.env['BROWSER_PATH'] = await findBrowser();
  await runVitest('browser', wantedFiles);
}

async function runCrashMatrix(): Promise<void> {
  const folder = 'cms/newsletter/sending';
  process.env['CRASH_MATRIX'] = 'all';
  await runVitest('integration', [`${folder}/crash.int.test.ts`]);
  await runOnMongo([`${folder}/crash.int.test.ts`, `${folder}/two-workers.mongo.int.test.ts`]);
}

async function runOnMongo(files: readonly string[] = []): Promise<void> {
  const mongo = await startMongo();
  if ('unavailable' in mongo) {
    skipped.push(`mongodb: ${mongo.unavailable}`);
    return;
  }
  console.log(`   (${mongo.kind})`);
  process.env['TEST_MONGODB_URL'] = mongo.url;
  try {
    await runVitest('mongodb', files);
  } finally {
    delete process.env['TEST_MONGODB_URL'];
    await mongo.stop();
  }
}

async function runVitest(project: string, files: readonly string[]): Promise<void> {
  const report = `.build/report-${project}.json`;
  await rm(report, { force: true });
  console.log(`── ${project}`);
  const { code } = await run(bin('vitest'), [
    'run',
    ...files,
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const parsed = reportSchema.safeParse(
    JSON.parse(await readFile(report, 'utf8').catch(() => '{}')),
  );
  if (!parsed.success) {
    failures.push(`${project}: no readable report`);
    return;
  }
  passed += parsed.data.numPassedTests;
  for (const file of parsed.data.testResults) {
    // A file that fails before its first test has no failed test to count.
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      failures.push(`${project}: ${file.name}\n${beginning(file.message ?? '')}`);
    }
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed')) {
      const message = beginning((test.failureMessages ?? []).join('\n'));
      failures.push(`${project}: ${file.name}: ${test.fullName}\n${message}`);
    }
  }
  for (const { assertionResults, name } of parsed.data.testResults)
    for (const test of assertionResults.filter(({ status }) =>
      ['skipped', 'pending'].includes(status),
    ))
      skipped.push(`${project}: ${name}: ${test.fullName}`);
  const isClean = parsed.data.testResults.every(({ status }) => status !== 'failed');
  if (isClean && code !== 0) failures.push(`${project}: an error outside of any test`);
}

function beginning(message: string): string {
  return message.split('\n').slice(0, 12).join('\n');
}

/** How a command ended. Its output goes to the terminal, unless it is captured. */
function run(
  command: string,
  parameters: string[],
  output: 'inherited' | 'captured' = 'inherited',
): Promise<{ code: number | null; output: string }> {
  const stdio = output === 'captured' ? 'pipe' : 'inherit';
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', stdio, stdio] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: text }));
  });
}
