import type { APIRoute } from 'astro';
import { atom } from '../feeds/atom.ts';
import { respond } from '../feeds/respond.ts';

export const GET: APIRoute = ({ locals: { store, site } }) =>
  respond('atom', atom({ store, origin: site.url, hub: site.hub }));
