import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BucketSettings } from '../../../content/store/object-store.ts';
import { PublicFolder } from '../render/public-folder.ts';

/** Where the public folder is kept equal for others to serve. Names as below the folder: `saker/kø/index.html`. */
export interface SiteTarget {
  /** As it stands in `SITE_TARGET`. */
  readonly place: string;
  /** Its new ETag; undefined when something else is there than `replaces` (null: nothing). */
  put(
    name: string,
    bytes: Uint8Array,
    how: { replaces: string | null; type: string; cacheControl: string },
  ): Promise<string | undefined>;
  get(name: string): Promise<Buffer | undefined>;
  etagOf(name: string): Promise<string | undefined>;
  list(): AsyncIterable<{ name: string; etag: string }>;
  delete(name: string): Promise<void>;
}

/** The target of an address, `file:/folder` or `s3://bucket/prefix`. */
export async function openTarget(address: string, settings: BucketSettings): Promise<SiteTarget> {
  if (!address.startsWith('s3://')) return folderTarget(address.slice('file:'.length));
  const { Bucket } = await import('../../../content/store/bucket.ts'); // loaded where there is one
  const bucket = new Bucket(address, settings);
  return {
    place: address,
    put: (name, bytes, how) => bucket.put(name, bytes, how),
    get: (name) => bucket.get(name),
    etagOf: (name) => bucket.etagOf(name),
    list: () => bucket.list({ isDeep: true }),
    delete: (name) => bucket.delete(name),
  };
}

/** A folder that another program serves; an ETag is the bytes' MD5, as it is in most buckets. */
function folderTarget(root: string): SiteTarget {
  mkdirSync(root, { recursive: true });
  const folder = new PublicFolder(root);
  const etagOf = async (name: string) => {
    const bytes = await readFile(join(root, name)).catch(() => undefined);
    return bytes && md5(bytes);
  };
  return {
    place: `file:${root}`,
    put: async (name, bytes, { replaces }) => {
      if (((await etagOf(name)) ?? null) !== replaces) return undefined;
      folder.write(name, bytes);
      return md5(bytes);
    },
    get: (name) => readFile(join(root, name)).catch(() => undefined),
    etagOf,
    async *list() {
      for (const name of folder.names()) yield { name, etag: md5(readFileSync(join(root, name))) };
    },
    delete: async (name) => folder.remove(name),
  };
}

export const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');
