import { creditLine, creditOf } from '../../../content/model/credit.ts';
import type { Media, Publication } from '../../../content/model/documents.ts';
import { absoluteUrl, articlePath, imagePath } from '../../../content/model/urls.ts';
import type { LoadedArticle } from '../../mapping/load-article.ts';
import { pages } from '../text.ts';
import type { AlertContent } from './alert.ts';
import type { Sender } from './layout.ts';

/** What the alert of an article says; pure. `siteUrl` is the origin that its links lead to. */
export function toAlert(loaded: LoadedArticle, siteUrl: string): AlertContent {
  const { article, hero, publication, disclosures } = loaded;
  const number = article.seriesNumber === null ? null : `#${String(article.seriesNumber)}`;
  return {
    sender: toSender(publication, siteUrl),
    kind: article.kind,
    place: [number, article.place].filter(Boolean).join(' | '),
    title: article.title,
    lead: article.lead,
    url: absoluteUrl(siteUrl, articlePath(article.slug)),
    picture: hero === undefined ? null : toPicture(hero, siteUrl),
    marking: article.marking,
    sponsor: article.sponsor ?? '',
    disclosures,
  };
}

/** Who the mails and the small pages are from. */
export const toSender = (
  { name, responsibleEditor, address, notice }: Publication,
  siteUrl: string,
): Sender => ({ name: name || pages.fallbackName, responsibleEditor, address, notice, siteUrl });

/** Twice the width that a mail shows a picture at, in pixels. */
const wantedWidth = 1072;

/** The JPEG nearest to the wanted width, cut to a wide shape when there is such a one. */
function toPicture(hero: Media, siteUrl: string): AlertContent['picture'] {
  const [best] = hero.files
    .filter(({ format }) => format === 'jpeg')
    .map((file) => ({ ...file, isWide: file.crop === 'wide' || file.crop === 'share' }))
    .toSorted(
      (a, b) =>
        Number(b.isWide) - Number(a.isWide) ||
        Math.abs(a.width - wantedWidth) - Math.abs(b.width - wantedWidth),
    );
  return best === undefined
    ? null
    : {
        url: absoluteUrl(siteUrl, imagePath(best.name)),
        width: best.width,
        height: best.height,
        alt: hero.alt,
        credit: creditLine(creditOf(hero)),
      };
}
