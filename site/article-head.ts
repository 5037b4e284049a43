import {
  articlePath,
  authorPath,
  categoryPath,
  imagePath,
  seriesPath,
} from '../content/model/urls.ts';
import type { Publication } from '../content/model/documents.ts';
import { articleJsonLd, breadcrumbJsonLd } from './json-ld.ts';
import type { PageHead } from './page-head.ts';
import { shareFile } from './picture-sources.ts';
import type { ArticleReading } from './read-article.ts';

/** Head of an article page. `origin` is the site's. */
export function articleHead(
  reading: ArticleReading,
  publication: Publication,
  origin: string,
): PageHead {
  const { article, authors, category, series, hero } = reading;
  const share = hero && shareFile(hero);
  const facts = { ...reading, publication, origin };
  return {
    title: article.title,
    description: article.lead || article.title,
    path: articlePath(article.slug),
    share: share && {
      path: imagePath(share.name),
      width: share.width,
      height: share.height,
      alt: hero.decorative ? '' : hero.alt,
    },
    article: {
      revision: article.revision,
      publishedAt: article.publishedAt,
      modifiedAt: article.modifiedAt,
      authorPaths: authors.map(({ slug }) => authorPath(slug)),
      section: category?.name,
      tags: article.tags,
    },
    feeds: [
      ...(category ? [{ title: category.name, path: categoryPath(category.slug) }] : []),
      ...(series ? [{ title: series.name, path: seriesPath(series.slug) }] : []),
    ],
    jsonLd: [articleJsonLd(facts), breadcrumbJsonLd(facts)],
  };
}
