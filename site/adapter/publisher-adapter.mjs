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
    },
  };
}
