import { paper } from './palette.ts';

/**
 * Paper-cut building blocks. Every function returns an SVG fragment; lengths are picture pixels.
 * No text elements: what fonts a machine has must not change a picture.
 */
export const piece = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;

export const slab = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  round = 0,
) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;

export const disc = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

export const oval = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

/** A strip of paper laid along a path. */
export const strip = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Lifts a sheet off the one below it: 1 lies flat, 3 casts a wide shadow. */
export const lift = (content: string, height: 1 | 2 | 3 = 1) =>
  `<g filter="url(#lift${height})">${content}</g>`;

interface Placement {
  x: number;
  y: number;
  scale?: number;
  turn?: number;
  mirror?: boolean;
}

export const place = ({ x, y, scale = 1, turn = 0, mirror = false }: Placement, content: string) =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${mirror ? -scale : scale} ${scale})">${content}</g>`;

export const faded = (opacity: number, content: string) => `<g opacity="${opacity}">${content}</g>`;

/** Numbers in [0, 1) that are the same on every machine and every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Sheet {
  background: string;
  content: string;
  width?: number;
  height?: number;
}

/** The finished drawing; `print-picture.ts` gives it its cut edges and its grain. */
export function sheet({ background, content, width = 1800, height = 1200 }: Sheet): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>${shadow(1, 3, 5, 0.2)}${shadow(2, 7, 11, 0.24)}${shadow(3, 14, 24, 0.28)}</defs>
<rect width="${width}" height="${height}" fill="${background}"/>${content}</svg>`;
}

function shadow(height: number, offset: number, blur: number, opacity: number): string {
  return `<filter id="lift${height}" color-interpolation-filters="sRGB" x="-15%" y="-15%" width="130%" height="130%">
<feGaussianBlur in="SourceAlpha" stdDeviation="${blur}"/><feOffset dx="${offset * 0.5}" dy="${offset}" result="cast"/>
<feFlood flood-color="${paper.ink}" flood-opacity="${opacity}"/><feComposite in2="cast" operator="in"/>
<feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>`;
}
