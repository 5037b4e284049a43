import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { buildStale } from './instance/build-stale.ts';
import { findBrowser } from './e2e/find-browser.ts';
import { startMongo } from './testing/start-mongo.ts';

/**
 * Everything that must hold, in the order in which it fails fastest. Checks count as one test each.
 * Last line: `N passed, N failed`. `node scripts/test.ts unit` runs only the named parts. The part `crash` runs
 * only when it is named: every cell of the newsletter's crash matrix, on both databases, with a table of each,
 * and 10,000 deliveries claimed by two workers.
 */
const wanted = process.argv.slice(2);
const wants = (part: string) => wanted.length === 0 || wanted.includes(part);
let passed = 0;
let failed = 0;

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

/** What failed, told once more at the end: the part, the test, and the beginning of its message. */
const failures: string[] = [];

const bin = (name: string) => `node_modules/.bin/${name}`;
const checks: [part: string, name: string, command: string[]][] = [
  ['format', 'format', [bin('prettier'), '--check', '--log-level', 'warn', '.']],
  ['lint', 'lint, with the borders between the rooms', [bin('eslint'), '.']],
  ['types', 'types: cms', [bin('tsc'), '-p', 'cms/tsconfig.json', '--noEmit']],
  // First: it also makes the types of the content collections, which the next one needs.
  ['types', 'types: site', [bin('astro'), 'check', '--minimumSeverity', 'error']],
  ['types', 'types: model and scripts', [bin('tsc'), '-p', 'tsconfig.json']],
];

for (const [part, name, command] of checks) {
  if (wants(part)) count(await isSuccess(name, command), name);
}
for (const project of ['unit', 'integration', 'mongodb', 'browser'] as const) {
  if (!wants(project)) continue;
  if (project === 'mongodb') {
    await runOnMongo();
    continue;
  }
  if (project === 'integration') await buildStale((line) => console.log(line));
  if (project === 'browser') process.env['BROWSER_PATH'] = await findBrowser();
  await runVitest(project);
}
if (wanted.includes('crash')) {
  process.env['CRASH_MATRIX'] = 'all';
  await runVitest('integration', 'cms/newsletter/sending/crash.int.test.ts');
  await runOnMongo(
    'cms/newsletter/sending/crash.int.test.ts',
    'cms/newsletter/sending/two-workers.mongo.int.test.ts',
  );
}
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function count(isPassed: boolean, name: string): void {
  if (isPassed) {
    passed++;
    return;
  }
  failed++;
  failures.push(name);
}

async function isSuccess(name: string, [command = '', ...parameters]: string[]): Promise<boolean> {
  const started = Date.now();
  console.log(`── ${name}`);
  const code = await run(command, parameters);
  console.log(
    `   ${code === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  return code === 0;
}

async function runOnMongo(...files: string[]): Promise<void> {
  const mongo = await startMongo();
  if ('unavailable' in mongo) {
    console.log(`── mongodb: hoppet over, ${mongo.unavailable}`);
    return;
  }
  console.log(`   (${mongo.kind})`);
  process.env['TEST_MONGODB_URL'] = mongo.url;
  try {
    await runVitest('mongodb', ...files);
  } finally {
    delete process.env['TEST_MONGODB_URL'];
    await mongo.stop();
  }
}

async function runVitest(project: string, ...files: string[]): Promise<void> {
  const report = `.build/report-${project}.json`;
  await rm(report, { force: true });
  console.log(`── ${project}`);
  const code = await run(bin('vitest'), [
    'run',
    ...files,
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const parsed = reportSchema.safeParse(
    JSON.parse(await readFile(report, 'utf8').catch(() => '{}')),
  );
  if (!parsed.success) {
    count(code === 0, `${project}: no readable report`);
    return;
  }
  passed += parsed.data.numPassedTests;
  for (const file of parsed.data.testResults) {
    // A file that fails before its first test has no failed test to count.
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      count(false, `${project}: ${file.name}\n${beginning(file.message ?? '')}`);
    }
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed')) {
      const message = beginning((test.failureMessages ?? []).join('\n'));
      count(false, `${project}: ${file.name}: ${test.fullName}\n${message}`);
    }
  }
  const isClean = parsed.data.testResults.every(({ status }) => status !== 'failed');
  if (isClean && code !== 0) count(false, `${project}: an error outside of any test`);
}

function beginning(message: string): string {
  return message.split('\n').slice(0, 12).join('\n');
}

function run(command: string, parameters: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
