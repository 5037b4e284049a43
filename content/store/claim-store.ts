import type { ObjectStore } from './object-store.ts';

/** Names whose store it is; no file of ours begins with a full stop. */
const marker = '.installation';

/** A store that must not be used. */
export class StoreRefused extends Error {
  override name = 'StoreRefused';
  readonly why: 'foreign' | 'unconditional';

  constructor(why: 'foreign' | 'unconditional') {
    super(`store refused: ${why}`);
    this.why = why;
  }
}

/**
 * Makes the store this installation's, or sees that it is. Throws `StoreRefused` of another's, and of one that writes
 * over what is there although it was asked not to (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html).
 */
export async function claimStore(store: ObjectStore, installation: string): Promise<void> {
  const owner = await ownerOf(store);
  if (owner === installation) return;
  if (owner !== undefined) throw new StoreRefused('foreign');
  const mark = Buffer.from(installation);
  await store.put(marker, mark);
  if (await store.put(marker, mark)) throw new StoreRefused('unconditional');
  // Another installation may have come first in that moment.
  if ((await ownerOf(store)) !== installation) throw new StoreRefused('foreign');
}

const ownerOf = async (store: ObjectStore): Promise<string | undefined> =>
  (await store.get(marker))?.toString();
