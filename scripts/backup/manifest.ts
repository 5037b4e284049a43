import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../instance/settings.ts';
import { text } from './text.ts';

/** Raised when an older `npm run restore` could not make sense of what is in an archive. */
const format = 1;

const manifestSchema = z.object({
  format: z.number(),
  /** The moment of the copy, ISO 8601 UTC: nothing of what happened before it is missing. */
  at: z.iso.datetime(),
  /** When the last row was read. SQLite's copy is of one moment, MongoDB's has rows of any time between the two. */
  until: z.iso.datetime(),
  /** Names of variables whose values are needed and not in it. */
  missing: z.array(z.string()),
  /** How many rows every table or collection has. */
  rows: z.record(z.string(), z.number()),
  pictures: z.number(),
});
export type Manifest = z.infer<typeof manifestSchema>;

const name = 'manifest.json';

/** What an archive says of itself. */
export const writeManifest = (folder: string, manifest: Omit<Manifest, 'format'>): Promise<void> =>
  writeFile(join(folder, name), JSON.stringify({ format, ...manifest }));

/** What the archive unpacked in `folder` says of itself; undefined when it is of a version that said nothing. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const file = join(folder, name);
  if (!existsSync(file)) return undefined;
  const parsed = manifestSchema.safeParse(parseJson(await readFile(file, 'utf8')));
  if (!parsed.success) throw new StartError(text.restore.damagedDatabase, { cause: parsed.error });
  if (parsed.data.format > format) throw new StartError(text.restore.newer);
  return parsed.data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // the schema refuses it, with a sentence
  }
}
