import { creditLine, creditOf } from '../../../content/model/credit.ts';
import type { Media } from '../../../content/model/documents.ts';
import { escapeHtml } from '../../../content/model/markup.ts';
import { imagePath } from '../../../content/model/urls.ts';
import { middlingFile } from '../lists/picture-sources.ts';
import { typeset } from '../../../content/model/typography.ts';

interface FeedPicture {
  media: Media;
  /** The article's own caption and credit, before the picture's. */
  caption?: string | undefined;
  credit?: string | undefined;
  toAddress: (path: string) => string;
}

/** A picture with its caption and credit, as HTML that stands anywhere. Empty when it has no file. */
export function pictureHtml({ media, caption, credit, toAddress }: FeedPicture): string {
  const picture = middlingFile(media, 'full');
  if (!picture) return '';
  const { name, width, height } = picture;
  const alt = escapeHtml(media.decorative ? '' : media.alt);
  const words = [typeset(caption || media.caption), creditLine(creditOf(media, credit))].filter(
    Boolean,
  );
  const image = `<img src="${escapeHtml(toAddress(imagePath(name)))}" alt="${alt}" width="${width}" height="${height}">`;
  return `<figure>${image}<figcaption>${escapeHtml(words.join(' '))}</figcaption></figure>`;
}
