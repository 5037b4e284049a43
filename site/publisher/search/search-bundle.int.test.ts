import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { entryFile, namedFiles } from './named-by-entry.ts';
import { grace, SearchBundle } from './search-bundle.ts';
import { PublicFolder } from '../render/public-folder.ts';

const nothingShown = new Map<string, never>();

const place = mkdtempSync(join(tmpdir(), 'bundle-'));
const drafts: PublicFolder[] = [];
let root = '';
let count = 0;

beforeAll(async () => {
  for (const words of ['kunden ringte', 'kunden ventet lenge', 'ingen svarte']) {
    const draft = join(place, words);
    const { index } = await createIndex({ forceLanguage: 'nb', writePlayground: false });
    const page = { url: '/saker/en/', language: 'nb', content: words, meta: { title: words } };
    const filters = { year: ['2026'] };
    await index?.addCustomRecord({ ...page, filters });
    await index?.addCustomRecord({ ...page, filters, url: '/saker/to/', content: 'uendret' });
    await index?.writeFiles({ outputPath: draft });
    drafts.push(new PublicFolder(draft));
  }
});
beforeEach(() => {
  root = join(place, `public-${(count += 1)}`);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('a swap that is cut off anywhere leaves a whole bundle, and the next one repairs the rest', async () => {
  for (let steps = 0; ; steps += 1) {
    root = join(place, `cut-${steps}`);
    const folder = new PublicFolder(root);
    await new SearchBundle(folder, 2026).replace(draftOf(0), nothingShown);
    const first = filesNamed();
    age(first, grace * 2);
    const isDone = await replaceUntilCut(steps);
    expect(new SearchBundle(folder, 2026).isWhole).toBe(true);
    expect(folder.names('pagefind/2026')).toEqual(expect.arrayContaining(first));

    const next = new SearchBundle(folder, 2026);
    await next.replace(draftOf(1), nothingShown);
    expect(readFileSync(join(root, 'pagefind/2026', entryFile))).toEqual(
      draftOf(1).read(entryFile),
    );
    next.prune(true, Date.now());
    expect(folder.names('pagefind/2026')).toEqual(expect.arrayContaining(first));
    next.prune(true, Date.now() + grace + 1_000);
    expect(folder.names('pagefind/2026').toSorted()).toEqual(filesNamed().toSorted());
    if (isDone) return;
  }
});

test('a file that is named again is not removed for having been unnamed', async () => {
  const bundle = new SearchBundle(new PublicFolder(root), 2026);
  for (const number of [0, 1, 0]) await bundle.replace(draftOf(number), nothingShown);
  age(new PublicFolder(root).names(), grace * 2);
  bundle.prune(true, Date.now());
  expect(bundle.isWhole).toBe(true);
  await bundle.replace(draftOf(1), nothingShown);
  bundle.prune(true, Date.now());
  const named = new Set(namedFiles((name) => draftOf(0).read(name)));
  const present = new PublicFolder(join(root, 'pagefind/2026')).names();
  expect(present).toEqual(expect.arrayContaining([...named].map((name) => join(name))));
});

test('on a day with a swap in every minute old files go all the same', async () => {
  const folder = new PublicFolder(root);
  const bundle = new SearchBundle(folder, 2026);
  await bundle.replace(draftOf(0), nothingShown);
  const first = filesNamed();
  await bundle.replace(draftOf(1), nothingShown);
  const second = filesNamed();
  age(
    first.filter((name) => !second.includes(name)),
    grace - 60_000,
  );
  await bundle.replace(draftOf(2), nothingShown);
  const next = bundle.prune(true, Date.now() + 61_000);
  const present = folder.names();
  expect(present).toEqual(expect.arrayContaining(second));
  expect(present.filter((name) => !second.includes(name) && first.includes(name))).toEqual([]);
  expect(next).toBeGreaterThan(Date.now() + grace - 60_000);
});

test('a year that is gone stays for a while', async () => {
  const folder = new PublicFolder(root);
  const bundle = new SearchBundle(folder, 2026);
  await bundle.replace(draftOf(0), nothingShown);
  const files = folder.names();
  age(files, grace * 2);
  bundle.retire();
  bundle.prune(false, Date.now());
  expect(folder.names()).toEqual(files);
  bundle.prune(false, Date.now() + grace + 1_000);
  expect(folder.names()).toEqual([]);
});

test('of a bundle whose entry cannot be read nothing is removed', async () => {
  const folder = new PublicFolder(root);
  const bundle = new SearchBundle(folder, 2026);
  await bundle.replace(draftOf(0), nothingShown);
  folder.write(`pagefind/2026/${entryFile}`, '{"languages":');
  const files = folder.names();
  expect(bundle.isWhole).toBe(false);
  expect(bundle.prune(true, Date.now() + grace * 2)).toBeUndefined();
  expect(folder.names()).toEqual(files);
});

test('a draft that lacks a file which it names replaces nothing', async () => {
  const folder = new PublicFolder(root);
  const bundle = new SearchBundle(folder, 2026);
  await bundle.replace(draftOf(0), nothingShown);
  const broken = new PublicFolder(join(place, 'broken'));
  for (const name of draftOf(1).names())
    if (!name.endsWith('.pf_filter')) broken.write(name, draftOf(1).read(name));
  const files = folder.names();
  await expect(bundle.replace(broken, nothingShown)).rejects.toThrow(/pf_filter/);
  expect(folder.names()).toEqual(files);
});

/** Replaces with the second draft and dies after so many steps; whether it came to the end. */
async function replaceUntilCut(steps: number): Promise<boolean> {
  try {
    await new SearchBundle(new CutFolder(root, steps), 2026).replace(draftOf(1), nothingShown);
    return true;
  } catch (error) {
    if (error === killed) return false;
    throw error;
  }
}

const killed = new Error('killed');

/** A folder whose process dies after so many steps, leaving half a file behind. */
class CutFolder extends PublicFolder {
  #left: number;

  constructor(root: string, steps: number) {
    super(root);
    this.#left = steps;
  }

  override write(name: string, content: string | Uint8Array): boolean {
    if (this.#left === 0) writeFileSync(join(this.root, 'pagefind/2026', 'half.1.tmp'), 'h');
    this.#step();
    return super.write(name, content);
  }

  override touch(name: string): void {
    this.#step();
    super.touch(name);
  }

  #step(): void {
    if (this.#left === 0) throw killed;
    this.#left -= 1;
  }
}

function draftOf(number: number): PublicFolder {
  const draft = drafts[number];
  if (draft === undefined) throw new Error(`there is no draft ${number}`);
  return draft;
}

/** Files that the entry in the public folder names, from its root. */
function filesNamed(): string[] {
  const read = (name: string) => readFileSync(join(root, 'pagefind/2026', name));
  return [...namedFiles(read)].map((name) => join('pagefind/2026', name));
}

function age(names: readonly string[], by: number): void {
  const then = new Date(Date.now() - by);
  for (const name of names) utimesSync(join(root, name), then, then);
}
