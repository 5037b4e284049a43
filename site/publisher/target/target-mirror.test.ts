import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PublicFolder } from '../render/public-folder.ts';
import { compareFolders } from '../testing/compare-folders.ts';
import { openTarget, type SiteTarget } from './site-target.ts';
import { TargetBook } from './target-book.ts';
import { TargetMirror } from './target-mirror.ts';
import { UploadRight } from './upload-right.ts';

const quiet = () => undefined;
let root = '';
let folder: PublicFolder;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'target-'));
  folder = new PublicFolder(join(root, 'public'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const there = () => join(root, 'there');
const differences = () => compareFolders(there(), folder.root, /^\.written|^mine\.txt$/);
const s3 = { s3Region: '', s3Endpoint: undefined, s3AccessKeyId: undefined };
const openThere = () => openTarget(`file:${there()}`, { ...s3, s3SecretAccessKey: undefined });

/** Tells of each call. */
function watched(target: SiteTarget, calls: string[]): SiteTarget {
  const tell = (verb: string, name: string) => {
    if (!name.startsWith('.written/')) calls.push(`${verb} ${name}`);
  };
  return {
    ...target,
    put: (name, bytes, how) => {
      tell('put', name);
      return target.put(name, bytes, how);
    },
    delete: (name) => {
      tell('delete', name);
      return target.delete(name);
    },
    list: () => {
      tell('list', '');
      return target.list();
    },
  };
}

async function aMirror(
  options: {
    target?: SiteTarget;
    book?: string;
    right?: UploadRight;
    folderIs?: () => 'none' | 'part' | 'whole';
    of?: PublicFolder;
  } = {},
) {
  const target = options.target ?? (await openThere());
  return new TargetMirror({
    ...{ folder: options.of ?? folder, target, log: { info: quiet, warn: quiet, error: quiet } },
    book: new TargetBook(join(root, options.book ?? 'book.db'), target.place),
    right: options.right ?? new UploadRight(undefined),
    folderIs: options.folderIs ?? (() => 'whole'),
  });
}

test('what pages use goes first, then articles, lists, feeds; deletions last', async () => {
  const calls: string[] = [];
  folder.write('saker/gammel/index.html', 'old');
  const mirror = await aMirror({ target: watched(await openThere(), calls) });
  // Nobody knows yet what is missing.
  expect(mirror.status().pending).toBeGreaterThan(0);
  await mirror.round();
  calls.length = 0;
  folder.remove('saker/gammel/index.html');
  const names = ['rss.xml', 'index.html', 'saker/ny/index.html', '_assets/a.0a1b2c.css'];
  for (const name of names) folder.write(name, name);
  folder.write('saker/ny/index.html.br', 'compressed');
  await mirror.round();
  expect(calls).toEqual([
    ...names.toReversed().map((name) => `put ${name}`),
    'delete saker/gammel/index.html',
  ]);
  expect(compareFolders(there(), folder.root, /^\.written|\.br$/)).toEqual([]);
});

test('nobody is asked what is there, and nothing is put twice', async () => {
  for (let n = 0; n < 50; n += 1) folder.write(`saker/s${String(n)}/index.html`, String(n));
  await (await aMirror()).round();
  const calls: string[] = [];
  const again = await aMirror({ target: watched(await openThere(), calls) });
  await again.round();
  folder.write('saker/s7/index.html', 'new');
  await again.round();
  expect(calls).toEqual(['put saker/s7/index.html']);
  expect(again.status()).toMatchObject({ pending: 0, failingSince: null });
});

test('a machine that lost its book deletes what was ours and is gone, and nothing else', async () => {
  folder.write('saker/blir/index.html', 'stays');
  folder.write('saker/gaar/index.html', 'goes');
  await (await aMirror()).round();
  writeFileSync(join(there(), 'mine.txt'), "the operator's own");
  folder.remove('saker/gaar/index.html');
  const calls: string[] = [];
  const other = await aMirror({ target: watched(await openThere(), calls), book: 'other.db' });
  await other.round();
  expect(calls).toEqual(['list ', 'delete saker/gaar/index.html']);
  expect(differences()).toEqual([]);
});

test('nothing is brought before everything was rendered once, and nothing goes while something may only be late', async () => {
  folder.write('a.txt', 'a');
  let is: 'none' | 'part' | 'whole' = 'whole';
  const mirror = await aMirror({ folderIs: () => is });
  await mirror.round();
  is = 'none';
  folder.write('b.txt', 'b');
  expect(await mirror.round()).toBe(false);
  is = 'part';
  folder.remove('a.txt');
  await mirror.round();
  expect(await (await openThere()).get('b.txt')).toBeDefined();
  expect(await (await openThere()).get('a.txt')).toBeDefined();
  expect(mirror.status().pending).toBe(1);
  is = 'whole';
  await mirror.round();
  expect(differences()).toEqual([]);
});

test('whoever has lost the right writes over nothing of the one who has it', async () => {
  folder.write('index.html', 'first');
  let holder = 'old';
  const rightOf = (name: string) =>
    new UploadRight({
      takeTargetRight: () => Promise.resolve(holder === name ? 2_200 : undefined),
    });
  const target = await openThere();
  // Stands still before every put, as a process does that is stopped.
  let stopped: Promise<void> = Promise.resolve();
  const slow = {
    ...target,
    put: async (...put: Parameters<SiteTarget['put']>) => {
      await stopped;
      return target.put(...put);
    },
  };
  const old = await aMirror({ target: slow, right: rightOf('old'), book: 'old.db' });
  await old.round();
  let goOn: () => void = () => undefined;
  stopped = new Promise((resolve) => (goOn = resolve));
  folder.write('index.html', 'second');
  const late = old.round();

  const newer = new PublicFolder(join(root, 'newer'));
  cpSync(folder.root, newer.root, { recursive: true });
  newer.write('index.html', 'third');
  holder = 'new';
  await new Promise((resolve) => setTimeout(resolve, 300));
  const next = await aMirror({ of: newer, right: rightOf('new'), book: 'new.db' });
  await next.round();
  goOn();
  await expect(late).rejects.toThrow(/right .* has passed|written by somebody else/);
  expect(String(await target.get('index.html'))).toBe('third');
});

test('whoever gets the right back learns what the other wrote meanwhile', async () => {
  folder.write('index.html', 'first');
  let holder = 'a';
  const rightOf = (name: string) =>
    new UploadRight({
      takeTargetRight: () => Promise.resolve(holder === name ? 2_050 : undefined),
    });
  const [one, other] = [
    await aMirror({ right: rightOf('a'), book: 'a.db' }),
    await aMirror({ right: rightOf('b'), book: 'b.db' }),
  ];
  await one.round();
  folder.write('saker/kort/index.html', 'there for a moment');
  holder = 'b';
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await one.round()).toBe(false);
  await other.round();
  holder = 'a';
  folder.remove('saker/kort/index.html');
  await one.round();
  expect(differences()).toEqual([]);
});

test('whatever changes, and wherever it is killed, the target becomes the folder', async () => {
  mkdirSync(there());
  let seed = 42;
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  for (let life = 0; life < 40; life += 1) {
    const target = await openThere();
    let left = random(12);
    const spend = () => {
      left -= 1;
      if (left < 0) throw new Error('killed');
    };
    const mortal: SiteTarget = {
      ...target,
      put: async (...put) => {
        // Before, or after it was done and before anybody heard of it.
        if (random(2) === 0) spend();
        const etag = await target.put(...put);
        spend();
        return etag;
      },
      delete: async (name) => {
        spend();
        await target.delete(name);
      },
    };
    for (let n = 0; n < 10; n += 1) {
      const name = `saker/s${String(random(20))}/index.html`;
      if (random(3) === 0) folder.remove(name);
      else folder.write(name, `text ${String(random(1000))}`);
    }
    const mirror = await aMirror({
      target: mortal,
      book: random(4) === 0 ? `b${String(life)}.db` : 'book.db',
    });
    await mirror.round().catch(() => undefined);
  }
  const last = await aMirror();
  await last.round();
  expect(differences()).toEqual([]);
});
