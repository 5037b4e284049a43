import {
  articlePath,
  authorPath,
  categoryPath,
  imagePath,
  seriesPath,
} from '../../../content/model/urls.ts';
import type { Publication } from '../../../content/model/documents.ts';
import { articleJsonLd, breadcrumbJsonLd } from './json-ld.ts';
import type { PageHead } from './page-title.ts';
import { shareFile } from '../lists/picture-sources.ts';
import { leadChartOf } from '../../../content/model/blocks/blocks.ts';
import { sharePicture, sharePictureSize } from './share-picture.ts';
import { saidTitle } from '../typesetting/said-title.ts';
import type { ArticleReading } from '../lists/read-article.ts';

/** Head of an article page. `origin` is the site's. */
export function articleHead(
  reading: ArticleReading,
  publication: Publication,
  origin: string,
): PageHead {
  const { article, authors, category, series } = reading;
  const facts = { ...reading, publication, origin };
  return {
    title: saidTitle(article),
    description: article.lead || article.title,
    path: articlePath(article.slug),
    share: shareOf(reading, publication),
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

/** The article's own picture, cut for sharing; without one, or paid for, its title on the publication's colours. */
function shareOf(reading: ArticleReading, publication: Publication): PageHead['share'] {
  const { article, hero, category, series } = reading;
  const leadChart = leadChartOf(article.body);
  const drawn = sharePicture({ ...article, category, series, hero, leadChart }, publication);
  if (drawn !== undefined)
    return { path: drawn.path, ...sharePictureSize, alt: saidTitle(article) };
  const own = hero && shareFile(hero);
  if (own !== undefined) {
    const alt = hero?.decorative === false ? hero.alt : '';
    return { path: imagePath(own.name), width: own.width, height: own.height, alt };
  }
  return undefined;
}
