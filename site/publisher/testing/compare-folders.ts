import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/**
 * Where two folders differ, byte for byte; empty when they are the same. What is compressed, more or less well, is
 * compared by what a reader gets of it.
 */
export function compareFolders(actual: string, expected: string, ignore?: RegExp): string[] {
  const [here, there] = [files(actual), files(expected)];
  return [...new Set([...here, ...there])]
    .filter((name) => ignore?.test(name) !== true)
    .toSorted()
    .flatMap((name) => {
      if (!here.has(name)) return `${name} is missing`;
      if (!there.has(name)) return `${name} should not be there`;
      const [own, right] = [join(actual, name), join(expected, name)].map((path) =>
        name.endsWith('.br') ? brotliDecompressSync(readFileSync(path)) : readFileSync(path),
      );
      return own && right && own.equals(right)
        ? []
        : `${name} differs${firstDifference(own, right)}`;
    });
}

/** What is being written this moment is not there yet. */
const files = (folder: string): Set<string> =>
  new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.endsWith('.tmp') && statSync(join(folder, name)).isFile(),
    ),
  );

/** What stands around the first byte that differs, for whoever reads the failure. */
function firstDifference(actual: Buffer | undefined, expected: Buffer | undefined): string {
  if (!actual || !expected) return '';
  let at = 0;
  while (at < actual.length && actual[at] === expected[at]) at += 1;
  const around = (bytes: Buffer) =>
    JSON.stringify(bytes.toString('utf8', Math.max(0, at - 60), at + 80));
  return ` at ${at}: ${around(actual)} should be ${around(expected)}`;
}
