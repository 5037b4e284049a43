import { markup } from '../../../content/model/markup.ts';
import type { ArchivePicture } from '../archive.ts';

/** Something to be shown that lies elsewhere, by its address. */
export const frame = (address: string): string =>
  markup`<iframe src="${address.trim()}"></iframe>`.html;

export const imageOf = ({ url, alt, caption }: ArchivePicture): string =>
  url === ''
    ? ''
    : markup`<figure><img src="${url}" alt="${alt}"><figcaption>${caption}</figcaption></figure>`
        .html;
