import type { APIRoute } from 'astro';
import { respond } from '../feeds/respond.ts';
import { sitemapIndex } from '../feeds/sitemap.ts';

export const GET: APIRoute = ({ locals: { store, site } }) =>
  respond('xml', sitemapIndex({ store, origin: site.url }));
