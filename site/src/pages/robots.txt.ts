import type { APIRoute } from 'astro';
import {
  absoluteUrl,
  newsSitemapPath,
  previewFolder,
  sitemapIndexPath,
  sitemapPath,
} from '../../../content/model/urls.ts';
import { respond } from '../feeds/respond.ts';

export const GET: APIRoute = ({ locals: { site } }) =>
  respond(
    'text',
    [
      'User-agent: *',
      `Disallow: ${previewFolder}`,
      '',
      ...[sitemapIndexPath, sitemapPath, newsSitemapPath].map(
        (path) => `Sitemap: ${absoluteUrl(site.url, path)}`,
      ),
      '',
    ].join('\n'),
  );
