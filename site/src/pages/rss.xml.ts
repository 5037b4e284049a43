import type { APIRoute } from 'astro';
import { frontPath } from '../../../content/model/urls.ts';
import { respond } from '../feeds/respond.ts';
import { rss } from '../feeds/rss.ts';

export const GET: APIRoute = ({ locals: { store, site } }) => {
  const { name, tagline } = store.publication();
  const source = { store, origin: site.url, hub: site.hub };
  return respond(
    'rss',
    rss({ list: 'all', path: frontPath, title: name, description: tagline || name }, source),
  );
};
