import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { BucketSettings } from './object-store.ts';

/** Of one try, in ms; a film of 500 MB may take its time. */
const patience = { connection: 5_000, silence: 30_000 };
/** Another writer of the same name was at it in that moment (409, `ConditionalRequestConflict`). */
const conflicts = 5;

interface Put {
  /** Its ETag, which must be there still; null: nothing may be there. */
  replaces: string | null;
  type?: string;
  cacheControl?: string;
}

/** What lies under a prefix of a bucket that speaks S3 and knows conditions. ETags are without their quotation marks. */
export class Bucket {
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #client: S3Client;

  /** Of `s3://bucket/prefix`. */
  constructor(address: string, settings: BucketSettings) {
    const [bucket = '', ...prefix] = address.slice('s3://'.length).split('/').filter(Boolean);
    this.#bucket = bucket;
    this.#prefix = prefix.map((part) => `${part}/`).join('');
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

  /** Its new ETag; undefined when something else is there than what it was to replace. */
  async put(name: string, bytes: Uint8Array, put: Put): Promise<string | undefined> {
    const { replaces, type, cacheControl } = put;
    for (let round = 1; ; round += 1) {
      try {
        const { ETag } = await this.#client.send(
          new PutObjectCommand({
            ...{ ...this.#of(name), Body: bytes, ContentType: type, CacheControl: cacheControl },
            ...(replaces === null ? { IfNoneMatch: '*' } : { IfMatch: `"${replaces}"` }),
          }),
        );
        return bare(ETag);
      } catch (error) {
        const status = statusOf(error);
        // 404: what was to be replaced is gone (RFC 9110 § 13.1.1 as S3 has it).
        if (status === 412 || (status === 404 && replaces !== null)) return undefined;
        if (status !== 409 || round === conflicts) throw error;
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

  async etagOf(name: string): Promise<string | undefined> {
    try {
      return bare((await this.#client.send(new HeadObjectCommand(this.#of(name)))).ETag);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /** In no order; those in folders below, too, with `isDeep`. Sizes in bytes. */
  async *list({ isDeep = false } = {}): AsyncIterable<{
    name: string;
    size: number;
    etag: string;
  }> {
    let next: string | undefined;
    do {
      const { Contents = [], NextContinuationToken } = await this.#client.send(
        new ListObjectsV2Command({
          ...{ Bucket: this.#bucket, Prefix: this.#prefix, ContinuationToken: next },
          ...(!isDeep && { Delimiter: '/' }),
        }),
      );
      for (const { Key = '', Size = 0, ETag } of Contents)
        if (!Key.endsWith('/'))
          yield { name: Key.slice(this.#prefix.length), size: Size, etag: bare(ETag) ?? '' };
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

const bare = (etag: string | undefined) => etag?.replaceAll('"', '');

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
