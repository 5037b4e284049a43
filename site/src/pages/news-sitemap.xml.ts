import type { APIRoute } from 'astro';
import { respond } from '../feeds/respond.ts';
import { newsSitemap } from '../feeds/sitemap.ts';

export const GET: APIRoute = ({ locals: { store, site } }) =>
  respond('xml', newsSitemap({ store, origin: site.url }));
