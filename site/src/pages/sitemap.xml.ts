import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { respond } from '../feeds/respond.ts';
import { sitemap } from '../feeds/sitemap.ts';

export const GET: APIRoute = async ({ locals: { store, site } }) => {
  const pages = await getCollection('pages');
  return respond(
    'xml',
    sitemap({ store, origin: site.url }, pages.map(({ id }: { id: string }) => id).toSorted()),
  );
};
