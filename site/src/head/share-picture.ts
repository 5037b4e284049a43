import { hash } from 'node:crypto';
import type { Publication } from '../../../content/model/documents.ts';
import { sharePicturePath } from '../../../content/model/urls.ts';
import { shareFile } from '../lists/picture-sources.ts';
import type { Card } from '../store.ts';
import { text } from '../text.ts';
import { shareChart, type ShareChart } from './share-chart.ts';
import { typeset } from '../../../content/model/typography.ts';

/** What stands on the picture of an article that has none of its own, when its address is shared. */
export interface SharePicture {
  /** Holds a digest of the rest: a file that is there is right, and a network that kept the old one asks anew. */
  path: string;
  /** Decides the colour. */
  face: Card['kind'] | 'paid';
  /** Above the title: kind and series or tema, or who paid. */
  label: string;
  title: string;
  publication: string;
  /** Below a smaller title: what the article begins with. */
  chart?: ShareChart;
}

export const sharePictureSize = { width: 1200, height: 630 };

/** Raised when the drawing changes, so that every picture is drawn anew. */
const drawing = 1;

type Shared = Pick<Card, 'slug' | 'title' | 'kind' | 'marking' | 'sponsor' | 'seriesNumber'> &
  Partial<Pick<Card, 'category' | 'series' | 'hero' | 'leadChart'>>;

/** Scripts that the faces of the drawing have no letters of. */
const isBeyondLatin = (words: string) =>
  /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(words);

/**
 * Undefined for an article with a picture of its own, unless it is paid for and has to say so, and for a title in
 * letters that cannot be drawn.
 */
export function sharePicture(card: Shared, publication: Publication): SharePicture | undefined {
  const hasOwn = card.hero !== undefined && shareFile(card.hero) !== undefined;
  if (hasOwn && card.marking === 'editorial') return undefined;
  const shown = {
    face: card.marking === 'editorial' ? card.kind : ('paid' as const),
    label: labelOf(card),
    title: typeset(card.title),
    publication: publication.name,
  };
  const chart = card.marking === 'editorial' ? shareChart(card.leadChart) : undefined;
  const words = [...Object.values(shown), ...(chart === undefined ? [] : wordsOf(chart))];
  if (isBeyondLatin(words.join(''))) return undefined;
  const drawn = chart === undefined ? shown : { ...shown, chart };
  const digest = hash('sha1', JSON.stringify([drawing, drawn])).slice(0, 10);
  return { path: sharePicturePath(card.slug, digest), ...drawn };
}

const wordsOf = ({ data, unit }: ShareChart) => [
  ...[unit, ...data.series],
  ...data.points.map(({ label }) => label),
];

function labelOf({ kind, marking, sponsor, series, seriesNumber, category }: Shared): string {
  if (marking !== 'editorial') {
    const paidBy = sponsor === null ? [] : [text.sponsor.paidBy(sponsor)];
    return [text.sponsor[marking], ...paidBy].join(' · ');
  }
  const part = seriesNumber === null ? '' : ` #${seriesNumber}`;
  const place = series === undefined ? category?.name : `${series.name}${part}`;
  return [text.kindNames[kind], ...(place === undefined ? [] : [place])].join(' · ');
}
