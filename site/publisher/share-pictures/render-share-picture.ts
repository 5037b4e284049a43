import { resolve } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { escapeHtml } from '../../../content/model/markup.ts';
import { sharePictureSize, type SharePicture } from '../../src/head/share-picture.ts';

// why: libvips finds fonts through fontconfig, which reads this when the first text is set. Only the site's own faces
// are named there: a host needs no fonts, and every host draws the same.
process.env['FONTCONFIG_FILE'] = resolve('.build/fonts/fonts.conf');

// One picture after the other, none of them twice: nothing to keep, and the other core is for pages.
sharp.cache(false);
sharp.concurrency(1);

const { width, height } = sharePictureSize;
const margin = 80;
const widest = width - 2 * margin;
/** Room between label and wordmark. */
const titleRoom = { top: 158, height: 330 };
/** Words are kept whole in the larger sizes. */
const titleSizes = [112, 92, 80, 70, 60, 50, 42] as const;
const brokenSizes = [60, 50, 42, 34, 26] as const;

type Colour = readonly [red: number, green: number, blue: number];
const paper: Colour = [0xfd, 0xfb, 0xf7];
const cloudberry: Colour = [0xfb, 0xe6, 0xc8];
const grounds: Record<SharePicture['face'], Colour> = {
  news: [0x1d, 0x43, 0x73],
  interview: [0x07, 0x44, 0x3a],
  post: [0x7b, 0x1e, 0x30],
  paid: [0x14, 0x19, 0x1f],
};

/** PNG of 1200 × 630 px: label, title as large as its words allow, wordmark. */
export async function renderSharePicture(picture: SharePicture): Promise<Buffer> {
  const canvas = new Canvas();
  const label = picture.label.toLocaleUpperCase('nb');
  canvas.put(await setText(label, { size: 27 }), 78, 'accent');
  canvas.put(await fitTitle(picture.title), titleRoom.top);
  canvas.put(await setText(`«${picture.publication}»`, { size: 44 }), height - 116);
  return canvas.toPng(grounds[picture.face]);
}

/** How much ink lies on each pixel, 0–255, cut to what is inked. */
interface Mask {
  ink: Buffer;
  width: number;
  height: number;
}

async function fitTitle(title: string): Promise<Mask> {
  const tries = [
    ...titleSizes.map((size) => ({ size, wrap: 'word' as const })),
    ...brokenSizes.map((size) => ({ size, wrap: 'word-char' as const })),
  ];
  for (const attempt of tries) {
    const mask = await setText(title, attempt);
    if (mask.height <= titleRoom.height && mask.width <= widest) return mask;
  }
  return setText(title, { size: brokenSizes.at(-1) ?? 26 }); // cut where the canvas ends
}

/** Sets a text of any content in the headline face, broken into lines of at most `widest`. */
async function setText(
  words: string,
  { size, wrap = 'word-char' }: { size: number; wrap?: 'word' | 'word-char' },
): Promise<Mask> {
  const { data, info } = await sharp({
    text: {
      text: toMarkup(words, size),
      font: `Schibsted Grotesk Bold ${size}px`,
      width: widest,
      dpi: 72,
      spacing: Math.round(size * -0.08),
      wrap,
    },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ink: data, width: info.width, height: info.height };
}

/** Pango markup. The headline face draws its en dash as short as a hyphen; the text's is taken, as in `fonts.css`. */
function toMarkup(words: string, size: number): string {
  const dash = `<span face="Newsreader" weight="normal" size="${Math.round(size * 1.45 * 1024 * 0.75)}">–</span>`;
  const plain = words
    .replace(/[\p{Extended_Pictographic}\p{Cc}\u200d\ufe0f]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return escapeHtml(plain).replaceAll('–', dash) || ' ';
}

/** One byte a pixel: 0 is the ground, 1–127 paper, 128–255 accent, by how much ink there is. */
class Canvas {
  /** Each line begins with its PNG filter type, which is none. */
  #lines = Buffer.alloc((width + 1) * height);

  put(mask: Mask, top: number, ink: 'paper' | 'accent' = 'paper'): void {
    const base = ink === 'accent' ? 128 : 0;
    const across = Math.min(mask.width, width - margin);
    for (let y = 0; y < Math.min(mask.height, height - top); y++) {
      const to = (top + y) * (width + 1) + 1 + margin;
      for (let x = 0; x < across; x++) {
        const strength = (mask.ink[y * mask.width + x] ?? 0) >> 1;
        if (strength > 0) this.#lines[to + x] = base + strength;
      }
    }
  }

  /** W3C PNG 3 with a palette (colour type 3): the few colours of a title need no more. */
  toPng(ground: Colour): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 3], 8);
    const palette = [...shades(ground, paper), ...shades(ground, cloudberry)].flat();
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('PLTE', Buffer.from(palette)),
      chunk('IDAT', deflateSync(this.#lines)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

/** 128 steps from one colour to another. */
const shades = (from: Colour, to: Colour): number[][] =>
  Array.from({ length: 128 }, (_, step) =>
    from.map((value, index) => Math.round(value + (((to[index] ?? 0) - value) * step) / 127)),
  );

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
