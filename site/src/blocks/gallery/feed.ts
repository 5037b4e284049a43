import { pictureHtml } from '../../feeds/picture-html.ts';
import type { FeedBox } from '../feed-box.ts';

export const gallery: FeedBox<'gallery'> = ({ items }, context) =>
  items
    .map(({ media: id, caption }) => {
      const media = context.media(id);
      return media ? pictureHtml({ media, caption, toAddress: context.toAddress }) : '';
    })
    .join('');
