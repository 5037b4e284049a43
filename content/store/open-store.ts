import type { BucketSettings, ObjectStore } from './object-store.ts';

/** The store of an address, `file:/folder` or `s3://bucket/prefix`. */
export async function openStore(address: string, settings: BucketSettings): Promise<ObjectStore> {
  if (address.startsWith('s3://')) {
    const { BucketStore } = await import('./bucket-store.ts'); // a second of loading that a folder need not wait for
    return new BucketStore(address, settings);
  }
  const { FolderStore } = await import('./folder-store.ts');
  return new FolderStore(address.slice('file:'.length));
}
