import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/**
 * Astro adapter for a bundle with one function, `render(request, locals)`: see entry.ts.
 * @returns {import('astro').AstroIntegration}
 */
export function publisherAdapter() {
  return {
    name: 'kundefront-publisher',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'kundefront-publisher',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./entry.ts', import.meta.url),
          supportedAstroFeatures: {
            serverOutput: 'stable',
            sharpImageService: { support: 'unsupported', message: '', suppress: 'all' },
          },
        });
      },
      // Once, and as small as they get: every reader fetches these.
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(new URL('_assets/', dir));
        for (const name of await readdir(folder)) {
          if (!/\.(css|js)$/.test(name)) continue;
          const bytes = await readFile(join(folder, name));
          await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes));
        }
      },
    },
  };
}
