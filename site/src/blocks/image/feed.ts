import { pictureHtml } from '../../feeds/picture-html.ts';
import type { FeedBox } from '../feed-box.ts';

export const image: FeedBox<'image'> = (box, context) => {
  const media = context.media(box.media);
  return media ? pictureHtml({ ...box, media, toAddress: context.toAddress }) : '';
};
