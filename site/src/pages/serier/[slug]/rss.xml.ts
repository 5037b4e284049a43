import type { APIRoute } from 'astro';
import { seriesPath } from '../../../../../content/model/urls.ts';
import { notFound, respond } from '../../../feeds/respond.ts';
import { rss } from '../../../feeds/rss.ts';

export const GET: APIRoute = ({ params, locals: { store, site } }) => {
  const series = store.seriesBySlug(params['slug'] ?? '');
  if (!series) return notFound();
  const list = {
    list: `series:${series.id}`,
    path: seriesPath(series.slug),
    title: `${series.name} – ${store.publication().name}`,
    description: series.description || series.name,
  } as const;
  return respond('rss', rss(list, { store, origin: site.url, hub: site.hub }));
};
