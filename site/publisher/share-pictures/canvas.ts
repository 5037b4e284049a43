import { crc32, deflateSync } from 'node:zlib';

/** How much ink lies on each pixel, 0–255, cut to what is inked. */
export interface Mask {
  ink: Buffer;
  width: number;
  height: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Of what a mask is: `ground` is taken out of what lies there, so that words can be read on a bar. */
export type Ink = 'paper' | 'accent' | 'ground';

interface Size {
  width: number;
  height: number;
}

/** One byte a pixel: 0 is the ground, 1–127 paper, 128–255 accent, by how much ink there is. */
export class Canvas {
  readonly #size: Size;
  /** Each line begins with its PNG filter type, which is none. */
  readonly #lines: Buffer;

  constructor(size: Size) {
    this.#size = size;
    this.#lines = Buffer.alloc((size.width + 1) * size.height);
  }

  /** What lies outside is cut. */
  put(mask: Mask, at: { left: number; top: number; right?: number }, ink: Ink = 'paper'): void {
    const { width, height } = this.#size;
    const across = Math.min(mask.width, (at.right ?? width) - at.left);
    for (let y = 0; y < Math.min(mask.height, height - at.top); y++) {
      const to = (at.top + y) * (width + 1) + 1 + at.left;
      for (let x = 0; x < across; x++) {
        const strength = (mask.ink[y * mask.width + x] ?? 0) >> 1;
        if (strength > 0) this.#lines[to + x] = inked(this.#lines[to + x] ?? 0, strength, ink);
      }
    }
  }

  /** W3C PNG 3 with a palette (colour type 3): the few colours of a title need no more. */
  toPng({ ground, paper, accent }: Record<Ink, Colour>): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.#size.width, 0);
    header.writeUInt32BE(this.#size.height, 4);
    header.set([8, 3], 8);
    const palette = [...shades(ground, paper), ...shades(ground, accent)].flat();
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('PLTE', Buffer.from(palette)),
      chunk('IDAT', deflateSync(this.#lines)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

function inked(before: number, strength: number, ink: Ink): number {
  if (ink === 'paper') return strength;
  if (ink === 'accent') return 128 + strength;
  const base = before >= 128 ? 128 : 0;
  return base + Math.round((before - base) * (1 - strength / 127));
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
