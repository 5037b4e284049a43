import type { AreaLog } from '../../content/log/open-log.ts';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { indexNowPath, publicFile } from '../../content/model/urls.ts';
import { DocumentStore } from './store/document-store.ts';
import { connectCms, type CmsClient } from './connect-cms.ts';
import { Pictures } from './render/pictures.ts';
import { SyncLoop } from './sync-loop.ts';
import { Renderer } from './render/renderer.ts';
import { ReceiptBook } from './receipt-book.ts';
import { loadBundle } from './render/render-page.ts';
import { SearchIndex } from './search/search-index.ts';
import { SharePictures } from './share-pictures/share-pictures.ts';
import { Compressed } from './render/compressed.ts';
import { PublicFolder } from './render/public-folder.ts';
import { openTarget } from './target/site-target.ts';
import { TargetBook } from './target/target-book.ts';
import { TargetMirror } from './target/target-mirror.ts';
import { UploadRight } from './target/upload-right.ts';

export interface SiteOptions {
  dataDir: string;
  siteUrl: string;
  cmsUrl: string;
  /** Where this process reaches the CMS, when it is not there. */
  cmsInternalUrl?: string | undefined;
  publishToken: string;
  /** Named in the feeds (W3C WebSub). */
  websubHub?: string | undefined;
  /** Shown at `/indexnow.txt`. */
  indexnowKey?: string | undefined;
  log: AreaLog;
  /** Where the pages go, too; `s3Endpoint` and so on say how it is asked. */
  siteTarget?: string | undefined;
  s3Endpoint?: string | undefined;
  s3Region?: string;
  s3AccessKeyId?: string | undefined;
  s3SecretAccessKey?: string | undefined;
  /** Where machines with the CMS reach it. */
  siteInternalUrl?: string;
  /** Whether other machines have this site, too. */
  isOneOfSeveral?: boolean;
  /** Where the pages go; `DATA_DIR/public` unless told otherwise. */
  publicDir?: string;
  cms?: CmsClient;
}

/** Everything of one site put together: store, renderer, search, and the loop that drives them. */
export async function openSite(options: SiteOptions) {
  const { dataDir, siteUrl, cmsUrl, publishToken, log, websubHub, indexnowKey } = options;
  const render = await loadBundle();
  const published = new DocumentStore(join(dataDir, 'site/store.db'));
  const publicDir = options.publicDir ?? join(dataDir, 'public');
  const isFresh = !existsSync(join(publicDir, 'index.html'));
  const folder = new PublicFolder(publicDir);
  // The built assets, and what lies in `public/`: hashed or small, so copied whole at each start.
  cpSync('.build/site/client', folder.root, { recursive: true });
  const from = options.isOneOfSeveral === true ? ownAddress(options) : undefined;
  const cms = options.cms ?? connectCms(options.cmsInternalUrl ?? cmsUrl, publishToken, { from });
  const pictures = new Pictures({ cms, folder, cache: join(dataDir, 'site/media') });
  const sharePictures = new SharePictures(published, folder);
  const compressed = new Compressed(folder);
  const receipts = new ReceiptBook();
  if (indexnowKey === undefined) folder.remove(publicFile(indexNowPath));
  else folder.write(publicFile(indexNowPath), indexnowKey);
  const site = { url: siteUrl, cmsUrl, hub: websubHub };
  const renderer = new Renderer({
    ...{ published, folder, compressed, render, site, pictures, sharePictures, receipts },
  });
  const search = new SearchIndex(published, folder, join(dataDir, 'site/search.json'));
  const loop = new SyncLoop({
    ...{ cms, published, renderer, compressed, pictures, sharePictures, receipts, search, log },
  });
  const mirror =
    options.siteTarget === undefined ? undefined : await openMirror(options.siteTarget);
  async function openMirror(address: string): Promise<TargetMirror> {
    const { s3Region = 'us-east-1', s3Endpoint, s3AccessKeyId, s3SecretAccessKey } = options;
    const s3 = { s3Region, s3Endpoint, s3AccessKeyId, s3SecretAccessKey };
    const target = await openTarget(address, s3);
    return new TargetMirror({
      ...{ folder, target, log },
      book: new TargetBook(join(dataDir, 'site/target.db'), target.place),
      right: new UploadRight(options.isOneOfSeveral === true ? cms : undefined),
      folderIs: () => {
        const { state, pending, searchPending } = loop.status();
        if (state === 'starting') return 'none';
        return pending > 0 || searchPending ? 'part' : 'whole';
      },
    });
  }
  return {
    ...{
      mirror,
      published,
      folder,
      compressed,
      cms,
      pictures,
      sharePictures,
      renderer,
      search,
      loop,
      render,
    },
    ...{ site, isFresh },
  };
}

/** Where this machine is reached, when its setting says no more than that. */
const ownAddress = ({ siteInternalUrl = '' }: SiteOptions): string | undefined =>
  siteInternalUrl === '' || siteInternalUrl.includes(',') ? undefined : siteInternalUrl;

export type OpenSite = Awaited<ReturnType<typeof openSite>>;
