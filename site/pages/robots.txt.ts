import type { APIRoute } from 'astro';
import { absoluteUrl, newsSitemapPath, sitemapPath } from '../../content/model/urls.ts';
import { respond } from '../feeds/respond.ts';

export const GET: APIRoute = ({ locals: { site } }) =>
  respond(
    'text',
    [
      'User-agent: *',
      'Disallow: /_preview/',
      '',
      `Sitemap: ${absoluteUrl(site.url, sitemapPath)}`,
      `Sitemap: ${absoluteUrl(site.url, newsSitemapPath)}`,
      '',
    ].join('\n'),
  );
