import { openSite, type OpenSite } from '../open-site.ts';
import type { StubCms } from './stub-cms.ts';

interface Place {
  cms: StubCms;
  dataDir: string;
  siteUrl?: string;
  cmsUrl?: string;
}

/** A site in this process with an empty store and an empty folder. */
const openFresh = ({
  siteUrl = 'http://localhost:4321',
  cmsUrl = 'http://localhost:3000',
  ...place
}: Place): Promise<OpenSite> =>
  openSite({ ...place, siteUrl, cmsUrl, publishToken: 'x'.repeat(32), log });

const ignore = () => undefined;
const log = { info: ignore, warn: ignore, error: ignore };

/** Takes everything the stub has and renders all of it, search index included when `search` is set. */
export async function renderClean(place: Place & { search?: boolean }): Promise<OpenSite> {
  const site = await openFresh(place);
  const { changes, cursor } = place.cms.everything();
  site.published.apply(changes, cursor);
  await site.renderer.publishAll({ isFresh: true, interrupt: () => Promise.resolve() });
  await site.sharePictures.renderMissing();
  if (place.search === true) {
    site.search.touchAll();
    await site.search.build();
  }
  return site;
}
