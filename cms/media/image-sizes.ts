import type { ImageSize } from 'payload';
import type { MediaFile } from '../../content/model/documents.ts';

/** Low effort: the last percents of size are not worth an editor's waiting. */
export const formatOptions = {
  avif: { format: 'avif', options: { quality: 50, effort: 1 } },
  webp: { format: 'webp', options: { quality: 76, effort: 1 } },
  jpeg: { format: 'jpeg', options: { quality: 80 } },
} as const;

type Format = keyof typeof formatOptions;
// why: the keys of an object are typed as any text
const formats = Object.keys(formatOptions) as Format[];

export interface Cut {
  crop: MediaFile['crop'];
  width: number;
  /** Without it the picture keeps its own shape. */
  height?: number;
  formats: readonly Format[];
}

const full = [480, 960, 1200, 1600].map((width) => ({ crop: 'full' as const, width, formats }));
const wide = [320, 480, 640, 960, 1280, 1600].map((width) => ({
  ...{ crop: 'wide' as const, width, height: (width / 16) * 9, formats },
}));
const square = [320, 640].map((width) => ({
  ...{ crop: 'square' as const, width, height: width, formats },
}));

/** What is cut of a picture, in the widths that places of the site ask for on screens of one to three dots a pixel. */
export const cuts: readonly Cut[] = [
  ...[...full, ...wide, ...square],
  // For machines: networks that cards are shared in, and search engines, which ask for 16:9, 4:3 and 1:1.
  { crop: 'share', width: 1200, height: 630, formats: ['jpeg'] },
  { crop: 'classic', width: 1200, height: 900, formats: ['jpeg'] },
];

/** `full960avif`: crop, width and format, which `mapping/to-media.ts` reads back from the name. */
export const sizeName = ({ crop, width }: Cut, format: Format): string =>
  `${crop}${String(width)}${format}`;

/** The same for Payload, which keeps a row for each; the files are ours (`make-sizes.ts`). */
export const imageSizes: ImageSize[] = cuts.flatMap((cut) =>
  cut.formats.map((format) => ({
    name: sizeName(cut, format),
    width: cut.width,
    ...(cut.height === undefined ? {} : { height: cut.height }),
  })),
);
