import type { AstroIntegration } from 'astro';

/**
 * Builds the pages into a module that renders on demand: `render(request, locals)`. The publisher calls it
 * for the pages that changed and writes what it gets (Astro's adapter API:
 * https://docs.astro.build/en/reference/adapter-reference/).
 */
export const renderBundle = (): AstroIntegration => ({
  name: 'kundefront-render-bundle',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'kundefront-render-bundle',
        serverEntrypoint: new URL('./render.ts', import.meta.url),
        entrypointResolution: 'auto',
        supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'unsupported' },
      });
    },
  },
});
