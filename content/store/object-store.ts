import type { Environment } from '../settings/environment.ts';

/** Files by name, somewhere else than in `DATA_DIR`. A name belongs to its bytes: nothing is ever written over. */
export interface ObjectStore {
  /** As it stands in `MEDIA_STORE`. */
  readonly place: string;
  /** False when there was one of that name already, which stays. Throws when the store does not answer. */
  put(name: string, bytes: Uint8Array): Promise<boolean>;
  /** Undefined when there is none of that name. */
  get(name: string): Promise<Buffer | undefined>;
  /** All of them, in no order; `size` in bytes. */
  list(): AsyncIterable<{ name: string; size: number }>;
  /** Also of what is not there. */
  delete(name: string): Promise<void>;
}

/** What a bucket is asked with; `S3_…`. */
export type BucketSettings = Pick<
  Environment,
  's3Endpoint' | 's3Region' | 's3AccessKeyId' | 's3SecretAccessKey'
>;
