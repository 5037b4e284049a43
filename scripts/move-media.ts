import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { text } from '../cms/media/store/text.ts';
import { copyObjects } from '../content/store/copy-objects.ts';
import type { ObjectStore } from '../content/store/object-store.ts';
import { openStore } from '../content/store/open-store.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';

const words = text.moved;

/**
 * `npm run media:move -- file:/folder|s3://bucket/prefix [--from …]`: copies every picture and file that is not there
 * yet from where they are now (`MEDIA_STORE`, else `DATA_DIR/media`), also while the system runs. Nothing is deleted and
 * nothing written over; may be broken off and run again.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: { type: 'string' } },
  });
  const settings = readSettings();
  const source = values.from ?? settings.mediaStore ?? `file:${settings.dataDir}/media`;
  const [from, to] = (await Promise.all(
    [source, positionals[0]].map((address) => openStore(readAddress(address), settings)),
  )) as [ObjectStore, ObjectStore]; // why: two addresses
  if (from.place === to.place) throw new StartError(words.same);
  console.log(words.begins(from.place, to.place));
  const { copied, different } = await copyObjects(from, to, { show }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new StartError(words.failed(to.place, why), { cause });
  });
  if (different.length > 0) throw new StartError(words.different(different));
  console.log(words.done(copied, to.place));
});

function readAddress(address: string | undefined): string {
  if (address?.startsWith('file:') && address.length > 'file:'.length)
    return `file:${resolve(address.slice('file:'.length))}`;
  if (address !== undefined && /^s3:\/\/[^/]+\/./.test(address)) return address.replace(/\/+$/, '');
  throw new StartError(words.usage);
}

function show(done: number, total: number): void {
  if (done % 500 === 0 || done === total) console.log(words.progress(done, total));
}
