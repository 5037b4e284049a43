import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Endpoint } from 'payload';

/** The publication's faces, as npm brings them; by the name in their address. */
const faces = {
  newsreader: '@fontsource/newsreader/files/newsreader-latin-400-normal.woff2',
  'schibsted-grotesk':
    '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-700-normal.woff2',
};

/** `GET /web/<face>.woff2`: for the pages behind a mail's links, which stand on the CMS and have nothing of the site's. */
export const fontEndpoints: Endpoint[] = Object.entries(faces).map(([name, file]) => ({
  path: `/web/${name}.woff2`,
  method: 'get',
  handler: async () => {
    // From the project's root: what is bundled does not know where it lies.
    const { resolve } = createRequire(join(process.cwd(), 'package.json'));
    return new Response(new Uint8Array(await readFile(resolve(file))), {
      headers: { 'content-type': 'font/woff2', 'cache-control': 'public, max-age=31536000' },
    });
  },
}));
