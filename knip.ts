import type { KnipConfig } from 'knip';

/** What is started by name, and what is found by name; everything else must be imported by something. */
const config: KnipConfig = {
  entry: [
    'scripts/*.{ts,mjs}',
    'scripts/**/{serve,bench,fill-cms,measure-queries}.ts',
    'scripts/**/*.mjs',
    'cms/app/**/*.{ts,tsx,js}',
    'cms/{payload.config,instrumentation,proxy}.ts',
    'cms/next.config.mjs',
    'cms/**/*-worker.ts',
    'site/publisher/serve.ts',
    'content/log/preload.ts',
    'site/src/adapter/*',
    'site/src/pages/**/*.{astro,ts}',
  ],
  project: ['{cms,content,scripts,site}/**/*.{ts,tsx,mjs,astro}'],
  ignore: ['cms/payload-types.ts'],
  // Found by their path: fonts and the word list, the decoder of pictures in its thread; and what `astro check` runs.
  ignoreDependencies: ['dictionary-nb', 'heic-decode', '@astrojs/check'],
  ignoreBinaries: ['go', 'haproxy', 'hugo', 'mkfifo'],
  compilers: {
    // Imports of the frontmatter, and the scripts of a component.
    astro: (text: string) =>
      [
        ...(text.match(/^\s*import\s[^;]+;/gm) ?? []),
        ...[...text.matchAll(/<script src="([^"]+)">/g)].map(([, file]) => `import '${file}';`),
      ].join('\n'),
  },
};

export default config;
