import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Who left, was erased or suppressed, who came back, and whose account was changed: lines of a file beside the database, and of its copies at the
 * backup target, so that a restore knows what happened since its archive was made. Nobody's address is in it, only a
 * keyed hash.
 */
const departureSchema = z.object({
  /** Keyed hash of the lower-case address, or of an account's id. */
  who: z.string(),
  kind: z.enum(['left', 'suppressed', 'erased', 'confirmed', 'account']),
  /** ISO 8601 UTC. */
  at: z.iso.datetime(),
  /** In which way she left, or why she is suppressed; Norwegian, as the subscriber's row says it. */
  how: z.string().nullable(),
});
export type Departure = z.infer<typeof departureSchema>;

/** The first line of a file. */
const headSchema = z.object({
  /** Whose file it is: every `DATA_DIR` has one of its own, and the target all of them. */
  id: z.string(),
  /** Tells with which secret the hashes were made. */
  key: z.string(),
  /** What happened before is forgotten, ISO 8601 UTC. */
  from: z.iso.datetime(),
});
export type DeparturesHead = z.infer<typeof headSchema>;

export interface DeparturesFile {
  head: DeparturesHead;
  departures: Departure[];
}

export const departuresFolder = (dataDir: string): string => join(dataDir, 'departures');
/** The file of a `DATA_DIR` itself; those that a restore brought lie beside it under their names at the target. */
export const ownDepartures = (dataDir: string): string =>
  join(departuresFolder(dataDir), 'own.jsonl');
export const copyName = ({ id }: DeparturesHead): string => `departures-${id}.jsonl`;
const copied = /^departures-[0-9a-f]+\.jsonl$/;

/** Names of the copies in a folder; none where there is no such folder. */
export async function listCopies(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => copied.test(name));
}

/** Undefined when there is no such file, or no head in it. */
export async function readDepartures(file: string): Promise<DeparturesFile | undefined> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const [first = '', ...lines] = content.split('\n');
  const head = headSchema.safeParse(parseLine(first));
  if (!head.success) return undefined;
  // A line that a power cut broke off was answered to nobody.
  const departures = lines.flatMap((line) => departureSchema.safeParse(parseLine(line)).data ?? []);
  return { head: head.data, departures };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // the schema refuses it
  }
}
