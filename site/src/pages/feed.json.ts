import type { APIRoute } from 'astro';
import { jsonFeed } from '../feeds/json-feed.ts';
import { respond } from '../feeds/respond.ts';

export const GET: APIRoute = ({ locals: { store, site } }) =>
  respond('json', jsonFeed({ store, origin: site.url, hub: site.hub }));
