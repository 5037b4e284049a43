import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PublicFolder } from '../../site/publisher/render/public-folder.ts';
import { openTarget } from '../../site/publisher/target/site-target.ts';
import { TargetBook } from '../../site/publisher/target/target-book.ts';
import { TargetMirror } from '../../site/publisher/target/target-mirror.ts';
import { UploadRight } from '../../site/publisher/target/upload-right.ts';
import { startGateway, startMoto, type Bucket } from './start-bucket.ts';

/** The public folder in a bucket, on real servers. */
const servers = [
  { name: 'versitygw', bucket: await startGateway() },
  { name: 'moto', bucket: await startMoto() },
];
const root = mkdtempSync(join(tmpdir(), 'site-bucket-'));
afterAll(async () => {
  for (const { bucket } of servers) await bucket?.stop();
  rmSync(root, { recursive: true, force: true });
});

describe.each(servers)('$name', ({ name, bucket: server }) => {
  const bucket = server as Bucket; // why: without one nothing below runs
  test.skipIf(server === undefined)(
    'becomes the folder, a release is its own pages, and a machine that knows nothing finds its way',
    async () => {
      const folder = new PublicFolder(join(root, name));
      const quiet = () => undefined;
      const target = await openTarget(`${bucket.address}/site`, bucket.settings);
      const calls: string[] = [];
      const aMirror = (book: string) =>
        new TargetMirror({
          ...{ folder, log: { info: quiet, warn: quiet, error: quiet } },
          target: {
            ...target,
            put: (file, ...rest) => {
              calls.push(file);
              return target.put(file, ...rest);
            },
          },
          book: new TargetBook(join(root, `${name}-${book}`), target.place),
          right: new UploadRight(undefined),
          folderIs: () => 'whole',
        });
      const names = Array.from({ length: 300 }, (_, n) => `saker/s${String(n)}/index.html`);
      for (const each of names) folder.write(each, `<p>${each}</p>`);
      folder.write('rss.xml', '<rss/>');
      const mirror = aMirror('book.db');
      await mirror.round();
      const expectEqual = async () => {
        const there = new Map<string, Buffer | undefined>();
        for await (const { name: file } of target.list())
          if (!file.startsWith('.written/')) there.set(file, await target.get(file));
        expect([...there.keys()].sort()).toEqual(folder.names().sort());
        for (const [file, bytes] of there) expect(bytes).toEqual(folder.read(file));
      };
      await expectEqual();

      calls.length = 0;
      folder.write('saker/ny/index.html', 'new');
      folder.write('rss.xml', '<rss>new</rss>');
      folder.remove('saker/s7/index.html');
      await mirror.round();
      expect(calls.filter((file) => !file.startsWith('.written/'))).toEqual([
        ...['saker/ny/index.html', 'rss.xml'],
      ]);
      await expectEqual();

      folder.remove('saker/s8/index.html');
      calls.length = 0;
      await aMirror('lost.db').round();
      expect(calls.filter((file) => !file.startsWith('.written/'))).toEqual([]);
      await expectEqual();
      const client = new S3Client({
        ...{
          region: 'us-east-1',
          endpoint: bucket.settings.s3Endpoint ?? '',
          forcePathStyle: true,
        },
        credentials: {
          accessKeyId: bucket.settings.s3AccessKeyId ?? '',
          secretAccessKey: bucket.settings.s3SecretAccessKey ?? '',
        },
      });
      const asked = new HeadObjectCommand({ Bucket: 'bucket', Key: 'site/rss.xml' });
      expect(await client.send(asked)).toMatchObject({
        ContentType: 'application/rss+xml; charset=utf-8',
        CacheControl: 'public, max-age=0, must-revalidate',
      });
    },
  );
});
