import type { APIRoute } from 'astro';
import { tagPath } from '../../../../../content/model/urls.ts';
import { notFound, respond } from '../../../feeds/respond.ts';
import { rss } from '../../../feeds/rss.ts';
import { text } from '../../../text.ts';

export const GET: APIRoute = ({ params, locals: { store, site } }) => {
  const tag = store.tagBySlug(params['slug'] ?? '');
  if (!tag) return notFound();
  const list = {
    list: `tag:${tag.slug}`,
    path: tagPath(tag.slug),
    title: `${tag.name} – ${store.publication().name}`,
    description: text.list.tagged(tag.name),
  } as const;
  return respond('rss', rss(list, { store, origin: site.url, hub: site.hub }));
};
