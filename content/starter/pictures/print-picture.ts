import sharp from 'sharp';
import { seeded } from './paper.ts';

/** How far, in pixels, a cut edge may stray from the drawn line. */
const STRAY = 3.2;
/** Grain and fibre as a share of full brightness: felt rather than seen. */
const GRAIN = 0.032;
const FIBRE = 0.022;

/**
 * Turns a drawing into a JPEG: moves every pixel along a slow field of noise, as scissors stray from
 * a pencil line, and lays paper grain over it. Done here and not in SVG filters because those take
 * seconds a picture.
 */
export async function printPicture(svg: string): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const printed = Buffer.allocUnsafe(data.length);
  const driftX = smoothNoise(width, 52, 5);
  const driftY = smoothNoise(width, 52, 23);
  const fibre = smoothNoise(width, 3, 41);
  const random = seeded(97);
  for (let y = 0; y < height; y += 1) {
    const rowX = driftX(y);
    const rowY = driftY(y);
    const rowFibre = fibre(y * 0.5);
    for (let x = 0; x < width; x += 1) {
      const fromX = clamp(x + ((rowX[x] ?? 0.5) - 0.5) * 2 * STRAY, width - 1);
      const fromY = clamp(y + ((rowY[x] ?? 0.5) - 0.5) * 2 * STRAY, height - 1);
      const light = 1 + (random() - 0.5) * 2 * GRAIN + ((rowFibre[x] ?? 0.5) - 0.5) * 2 * FIBRE;
      // Bilinear, so that edges stay soft after they have moved.
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      const across = fromX - left;
      const down = fromY - top;
      const right = left < width - 1 ? 3 : 0;
      const below = top < height - 1 ? width * 3 : 0;
      const source = (top * width + left) * 3;
      const target = (y * width + x) * 3;
      for (let channel = source; channel < source + 3; channel += 1) {
        const nw = data[channel] ?? 0;
        const sw = data[channel + below] ?? 0;
        const upper = nw + ((data[channel + right] ?? 0) - nw) * across;
        const lower = sw + ((data[channel + below + right] ?? 0) - sw) * across;
        const value = (upper + (lower - upper) * down) * light;
        printed[target + channel - source] = clamp(Math.round(value), 255);
      }
    }
  }
  return sharp(printed, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88, progressive: true })
    .toBuffer();
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);

/** Value noise in [0, 1) on a lattice of `cell` pixels; the returned function fills one row. */
function smoothNoise(width: number, cell: number, seed: number): (y: number) => Float32Array {
  const columns = Math.ceil(width / cell) + 2;
  const random = seeded(seed);
  const lattice = Float32Array.from({ length: columns * 1024 }, random);
  const row = new Float32Array(width);
  const ease = (share: number) => share * share * (3 - 2 * share);
  return (y) => {
    const cellY = Math.floor(y / cell);
    const shareY = ease(y / cell - cellY);
    const upper = (cellY % 1023) * columns;
    const lower = upper + columns;
    for (let x = 0; x < width; x += 1) {
      const cellX = Math.floor(x / cell);
      const shareX = ease(x / cell - cellX);
      const at = (offset: number) => lattice[offset + cellX] ?? 0.5;
      const above = at(upper) + (at(upper + 1) - at(upper)) * shareX;
      const below = at(lower) + (at(lower + 1) - at(lower)) * shareX;
      row[x] = above + (below - above) * shareY;
    }
    return row;
  };
}
