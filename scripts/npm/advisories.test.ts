import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';

const { checkedAt, floors } = z
  .strictObject({
    checkedAt: z.iso.date(),
    floors: z.array(
      z.strictObject({ package: z.string(), floor: z.string(), advisory: z.string() }),
    ),
  })
  .parse(JSON.parse(await readFile('scripts/npm/advisories.json', 'utf8')));

// A warning, no failure: the code of a day that passed does not break by itself on another.
const daysOld = Math.floor((Date.now() - Date.parse(checkedAt)) / 86_400_000);
if (daysOld > 60) {
  console.warn(
    `scripts/npm/advisories.json was compared with the advisories ${daysOld} days ago: do it again.`,
  );
}

const lockfile = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(await readFile('package-lock.json', 'utf8')));

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(await readFile('package.json', 'utf8')));

test.each(floors)('every installed $package is at least $floor', ({ package: name, floor }) => {
  const versions = installedVersions(name);
  expect(versions, `${name} is on the list but not installed: delete its line`).not.toEqual([]);
  expect(versions.filter((version) => isBelow(version, floor))).toEqual([]);
});

test('package.json pins exact versions', () => {
  const ranges = Object.values(manifest).flatMap((group) =>
    Object.entries(group).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
  );
  expect(ranges).toEqual([]);
});

test('the lockfile names no registry', () => {
  expect(JSON.stringify(lockfile)).not.toContain('"resolved"');
});

test('every optional binary that a package names is in the lockfile', async () => {
  const raw = await readFile('package-lock.json', 'utf8');
  const shape = z.object({
    packages: z.record(
      z.string(),
      z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
    ),
  });
  const missing = Object.values(shape.parse(JSON.parse(raw)).packages).flatMap((entry) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name, version]) => /^\d/.test(version) && /(arm64|x64)/.test(name))
      .filter(([name, version]) => !installedVersions(name).includes(version))
      .map(([name]) => name),
  );
  expect(missing, 'run: node scripts/npm/complete-lockfile.mjs').toEqual([]);
});

function installedVersions(name: string): string[] {
  return Object.entries(lockfile.packages).flatMap(([path, { version }]) =>
    path.endsWith(`node_modules/${name}`) && version !== undefined ? [version] : [],
  );
}

function isBelow(version: string, floor: string): boolean {
  const parts = (text: string) => text.split(/[.-]/).map(Number);
  const wanted = parts(floor);
  for (const [index, part] of parts(version).entries()) {
    const other = wanted[index];
    if (other === undefined || part === other) continue;
    return part < other;
  }
  return false;
}
