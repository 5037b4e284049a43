import type { APIRoute } from 'astro';
import { authorPath } from '../../../../../content/model/urls.ts';
import { notFound, respond } from '../../../feeds/respond.ts';
import { rss } from '../../../feeds/rss.ts';

export const GET: APIRoute = ({ params, locals: { store, site } }) => {
  const author = store.authorBySlug(params['slug'] ?? '');
  if (!author) return notFound();
  const list = {
    list: `author:${author.id}`,
    path: authorPath(author.slug),
    title: `${author.name} – ${store.publication().name}`,
    description: author.bio || author.name,
  } as const;
  return respond('rss', rss(list, { store, origin: site.url, hub: site.hub }));
};
