import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { escapeHtml } from '../../../content/model/markup.ts';

/** Faces of the site, by the name that `fonts.css` asks for. */
const faces = {
  'newsreader-400': '@fontsource/newsreader/files/newsreader-latin-400-normal.woff2',
  'newsreader-400-italic': '@fontsource/newsreader/files/newsreader-latin-400-italic.woff2',
  'schibsted-grotesk-700':
    '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-700-normal.woff2',
};

const ascii = String.fromCodePoint(...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i));
/** What is written in Norwegian, with the names and words of its neighbours; other letters fall back. */
const characters = `${ascii}\u00a0\u00ad§«»°·½¹²³⁴×÷±©®¿¡ÀÁÂÄÅÆÇÈÉÊËÍÐÑÓÔÖØÚÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ–—‑‘’‚“”„…•€™−`;
const features = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'onum', 'lnum', 'tnum', 'pnum'];

/** Faces that share pictures are drawn with: TrueType (Pango reads no WOFF), with the letters of all of Latin. */
const drawingFaces = {
  'schibsted-grotesk':
    '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-700-normal.woff2',
  'schibsted-grotesk-ext':
    '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-ext-700-normal.woff2',
  newsreader: '@fontsource/newsreader/files/newsreader-latin-400-normal.woff2',
  'newsreader-ext': '@fontsource/newsreader/files/newsreader-latin-ext-400-normal.woff2',
};
const fontconfig = (cache) => `<?xml version="1.0"?>
<fontconfig>
  <dir prefix="relative">drawing</dir>
  <cachedir>${cache}</cachedir>
</fontconfig>
`;

/** `.build/fonts/drawing/*.ttf`, and the `fonts.conf` that names nothing else. */
async function makeDrawingFonts(folder, resolve) {
  await mkdir(join(folder, 'drawing'), { recursive: true });
  const latin = String.fromCodePoint(...Array.from({ length: 0x2200 - 0x20 }, (_, i) => 0x20 + i));
  for (const [name, source] of Object.entries(drawingFaces)) {
    const face = await subsetFont(await readFile(resolve(source)), latin, {
      targetFormat: 'truetype',
    });
    await writeFile(join(folder, 'drawing', `${name}.ttf`), face);
  }
  await writeFile(join(folder, 'fonts.conf'), fontconfig(escapeHtml(join(folder, 'drawing'))));
}

/**
 * Before the build: every face with only these characters and features, in `.build/fonts/`. A third lighter, so that
 * all three together stay below the 60 kB that a page may ask of a reader.
 * @returns {import('astro').AstroIntegration}
 */
export function subsetFonts() {
  const { resolve } = createRequire(import.meta.url);
  return {
    name: 'kundefront-fonts',
    hooks: {
      'astro:config:setup': async () => {
        const folder = new URL('../../../.build/fonts/', import.meta.url);
        await mkdir(folder, { recursive: true });
        for (const [name, source] of Object.entries(faces)) {
          const options = { targetFormat: 'woff2', keepFeatures: features };
          const subset = await subsetFont(await readFile(resolve(source)), characters, options);
          await writeFile(fileURLToPath(new URL(`${name}.woff2`, folder)), subset);
        }
        await makeDrawingFonts(fileURLToPath(folder), resolve);
      },
    },
  };
}
