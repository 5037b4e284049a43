import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { BucketSettings, ObjectStore } from './object-store.ts';

/** Of one try, in ms; a film of 500 MB may take its time. */
const patience = { connection: 5_000, silence: 30_000 };
/** Another writer of the same name was at it in that moment (409, `ConditionalRequestConflict`). */
const conflicts = 5;

/** What lies under a prefix of a bucket that speaks S3. Private: nobody but us is given an address in it. */
export class BucketStore implements ObjectStore {
  readonly place: string;
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #client: S3Client;

  constructor(address: string, settings: BucketSettings) {
    const [bucket = '', ...prefix] = address.slice('s3://'.length).split('/').filter(Boolean);
    this.place = address;
    this.#bucket = bucket;
    this.#prefix = [...prefix, ''].join('/');
    const { s3AccessKeyId: accessKeyId, s3SecretAccessKey: secretAccessKey } = settings;
    this.#client = new S3Client({
      region: settings.s3Region,
      // With an endpoint of its own a bucket seldom has a name of its own in the DNS.
      ...(settings.s3Endpoint !== undefined && {
        endpoint: settings.s3Endpoint,
        forcePathStyle: true,
      }),
      ...(accessKeyId !== undefined &&
        secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
      // Checksums beside the signed one of the whole body: not every vendor knows them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: patience.connection,
        socketTimeout: patience.silence,
      },
    });
  }

  async put(name: string, bytes: Uint8Array): Promise<boolean> {
    for (let round = 1; ; round += 1) {
      try {
        await this.#client.send(
          new PutObjectCommand({ ...this.#of(name), Body: bytes, IfNoneMatch: '*' }),
        );
        return true;
      } catch (error) {
        if (statusOf(error) === 412) return false;
        if (statusOf(error) !== 409 || round === conflicts) throw error;
      }
    }
  }

  async get(name: string): Promise<Buffer | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#of(name)));
      return Body && Buffer.from(await Body.transformToByteArray());
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async *list(): AsyncIterable<{ name: string; size: number }> {
    let next: string | undefined;
    do {
      const { Contents = [], NextContinuationToken } = await this.#client.send(
        new ListObjectsV2Command({
          ...{ Bucket: this.#bucket, Prefix: this.#prefix, Delimiter: '/' },
          ContinuationToken: next,
        }),
      );
      for (const { Key = '', Size = 0 } of Contents) {
        const name = Key.slice(this.#prefix.length);
        if (name !== '' && !name.startsWith('.')) yield { name, size: Size };
      }
      next = NextContinuationToken;
    } while (next !== undefined);
  }

  async delete(name: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#of(name)));
  }

  #of(name: string) {
    return { Bucket: this.#bucket, Key: this.#prefix + name };
  }
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
