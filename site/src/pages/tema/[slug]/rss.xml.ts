import type { APIRoute } from 'astro';
import { categoryPath } from '../../../../../content/model/urls.ts';
import { notFound, respond } from '../../../feeds/respond.ts';
import { rss } from '../../../feeds/rss.ts';

export const GET: APIRoute = ({ params, locals: { store, site } }) => {
  const category = store.categoryBySlug(params['slug'] ?? '');
  if (!category) return notFound();
  const list = {
    list: `category:${category.id}`,
    path: categoryPath(category.slug),
    title: `${category.name} – ${store.publication().name}`,
    description: category.description || category.name,
  } as const;
  return respond('rss', rss(list, { store, origin: site.url, hub: site.hub }));
};
