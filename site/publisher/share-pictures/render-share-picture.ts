import { resolve } from 'node:path';
import sharp from 'sharp';
import { escapeHtml } from '../../../content/model/markup.ts';
import { sharePictureSize, type SharePicture } from '../../src/head/share-picture.ts';
import type { ShareChart } from '../../src/head/share-chart.ts';
import { Canvas, type Colour, type Mask } from './canvas.ts';
import { layOutChart } from './lay-out-chart.ts';

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

const paper: Colour = [0xfd, 0xfb, 0xf7];
const cloudberry: Colour = [0xfb, 0xe6, 0xc8];
const grounds: Record<SharePicture['face'], Colour> = {
  news: [0x1d, 0x43, 0x73],
  interview: [0x07, 0x44, 0x3a],
  post: [0x7b, 0x1e, 0x30],
  paid: [0x14, 0x19, 0x1f],
};

/** PNG of 1200 × 630 px: label, title as large as its words allow, wordmark; with a chart the title is smaller, above it. */
export async function renderSharePicture(picture: SharePicture): Promise<Buffer> {
  const canvas = new Canvas(sharePictureSize);
  const put = (mask: Mask, top: number, ink: 'paper' | 'accent' = 'paper') =>
    canvas.put(mask, { left: margin, top, right: width - margin }, ink);
  put(await setText(picture.label.toLocaleUpperCase('nb'), { size: 27 }), 78, 'accent');
  if (picture.chart === undefined) put(await fitTitle(picture.title), titleRoom.top);
  else {
    put(await fitTitle(picture.title, { sizes: [46, 40, 34, 28], height: 104 }), 122);
    await putChart(canvas, picture.chart);
  }
  const mark = picture.chart === undefined ? 44 : 32;
  const foot = picture.chart === undefined ? 72 : 48;
  put(await setText(`«${picture.publication}»`, { size: mark }), height - foot - mark);
  return canvas.toPng({ ground: grounds[picture.face], paper, accent: cloudberry });
}

const chartRoom = { left: margin, top: 240, width: widest, height: 284 };

async function putChart(canvas: Canvas, chart: ShareChart): Promise<void> {
  const { marks, words } = layOutChart(chart, chartRoom);
  for (const ink of ['paper', 'accent'] as const) {
    if (marks[ink].length === 0) continue;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks[ink].join('')}</svg>`;
    const { data } = await sharp(Buffer.from(svg))
      .flatten({ background: '#000' })
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    canvas.put({ ink: data, width, height }, { left: 0, top: 0 }, ink);
  }
  for (const { text, size, x, y, anchor, ink, room, lines } of words) {
    const mask = await fitWords(text, { size, room, lines });
    const shift = { start: 0, middle: mask.width / 2, end: mask.width }[anchor];
    const at = { left: Math.round(x - shift), top: Math.round(y - mask.height / 2) };
    canvas.put(mask, { ...at, right: width - margin / 2 }, ink);
  }
}

/** On one line, or on several where there is height for them; smaller where it must be, and cut where that is not enough. */
async function fitWords(
  text: string,
  { size, room, lines = 0 }: { size: number; room: number; lines?: number | undefined },
): Promise<Mask> {
  for (const each of lines > 0 ? [size, Math.round(size * 0.85)] : []) {
    const mask = await setText(text, { size: each, across: room, wrap: 'word' });
    if (mask.width <= room && mask.height <= lines) return mask;
  }
  for (const each of [size, size * 0.85, size * 0.72]) {
    const mask = await setText(text, { size: Math.round(each), across: 4 * widest });
    if (mask.width <= room) return mask;
  }
  for (let end = text.length - 1; ; end -= 1) {
    const short = `${text.slice(0, Math.max(1, end)).trimEnd()}…`;
    const mask = await setText(short, { size: Math.round(size * 0.72), across: 4 * widest });
    if (mask.width <= room || end <= 1) return mask;
  }
}

async function fitTitle(
  title: string,
  room: { sizes: readonly number[]; height: number } = { sizes: titleSizes, ...titleRoom },
): Promise<Mask> {
  const tries = [
    ...room.sizes.map((size) => ({ size, wrap: 'word' as const })),
    ...brokenSizes.map((size) => ({ size, wrap: 'word-char' as const })),
  ];
  for (const attempt of tries) {
    const mask = await setText(title, attempt);
    if (mask.height <= room.height && mask.width <= widest) return mask;
  }
  const mask = await setText(title, { size: brokenSizes.at(-1) ?? 26 });
  return { ...mask, height: Math.min(mask.height, room.height) };
}

/** Sets a text of any content in the headline face, broken into lines of at most `across`. */
async function setText(
  words: string,
  {
    size,
    wrap = 'word-char',
    across = widest,
  }: { size: number; wrap?: 'word' | 'word-char'; across?: number },
): Promise<Mask> {
  const { data, info } = await sharp({
    text: {
      text: toMarkup(words, size),
      font: `Schibsted Grotesk Bold ${size}px`,
      width: across,
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
    // The face lacks these two.
    .replaceAll('\u2011', '-')
    .replaceAll('\u2212', '–')
    .replaceAll('\u00ad', '')
    .replace(/[\p{Extended_Pictographic}\p{Cc}\u200d\ufe0f]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return escapeHtml(plain).replaceAll('–', dash) || ' ';
}
