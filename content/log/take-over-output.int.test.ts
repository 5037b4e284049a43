import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const preload = `${import.meta.dirname}/preload.ts`;

/** Runs a program behind the preload; its lines, and whatever it wrote elsewhere. */
async function run(program: string) {
  const folder = await mkdtemp(join(tmpdir(), 'output-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'program.mjs');
  await writeFile(file, program);
  const flags = ['--disable-warning=ExperimentalWarning', '--import', `file://${preload}?area=cms`];
  return new Promise<{ lines: Record<string, unknown>[]; stderr: string; code: unknown }>(
    (resolve) => {
      execFile(process.execPath, [...flags, file], (error, stdout, stderr) => {
        const lines = stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
        resolve({ lines, stderr, code: error?.code ?? 0 });
      });
    },
  );
}

test('whatever a program prints is lines of the log', async () => {
  const { lines, stderr, code } = await run(`
    console.log('\\u001b[1m▲ Next.js\\u001b[22m');
    console.log();
    console.info('for %s', 'kari@eksempel.no');
    console.warn({ email: 'kari@eksempel.no', id: 7 });
    console.error(' ⨯', Object.assign(new Error('Failed query: select x\\nparams: kari'), { digest: '9' }));
    process.stdout.write('half ');
    process.stdout.write('a line\\nand ');
    process.stderr.write('past the console\\n');
    process.stdout.write('another\\n');
    process.stdout.write('{"time":"2026-11-29T08:00:00.000Z","level":"warn","area":"mail","msg":"as it is"}\\n');
    process.emitWarning('url.parse is old', 'DeprecationWarning', 'DEP0169');
    await new Promise((done) => setTimeout(done, 50, process.stdout.write('', done)));
  `);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  for (const line of lines) {
    expect(Object.keys(line).slice(0, 4)).toEqual(['time', 'level', 'area', 'msg']);
  }
  expect(lines.map(({ level, area, msg }) => `${level} ${area} ${msg}`)).toEqual([
    'info cms ▲ Next.js',
    'info cms for …',
    "warn cms { email: '…', id: 7 }",
    'error cms Failed query…',
    'info cms half a line',
    'error cms past the console',
    'info cms and another',
    'warn mail as it is',
    'warn cms a warning',
  ]);
  expect(lines[3]?.['err']).toMatchObject({ type: 'Error', message: 'Failed query…' });
  expect(lines.at(-1)?.['err']).toMatchObject({ type: 'DeprecationWarning', code: 'DEP0169' });
});

test.each([
  ['throw', "await null; throw new TypeError('no kari@eksempel.no')"],
  [
    'reject',
    "void Promise.reject(new TypeError('no kari@eksempel.no')); setInterval(() => 0, 1000)",
  ],
  ['throw later', "setTimeout(() => { throw new TypeError('no kari@eksempel.no'); }, 5)"],
])('what nobody caught ends the program with a line: %s', async (_, program) => {
  const { lines, stderr, code } = await run(program);
  expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    level: 'fatal',
    area: 'cms',
    err: { type: 'TypeError', message: 'no …' },
  });
});

test('a program that listens for what nobody caught goes on, as it would', async () => {
  const { lines, code } = await run(`
    process.on('uncaughtException', (error) => console.error('caught', error));
    setTimeout(() => console.log('goes on'), 50);
    setTimeout(() => { throw new Error('x'); }, 5);
  `);
  expect(code).toBe(0);
  expect(lines.map(({ msg }) => msg)).toEqual(['caught', 'goes on']);
});
