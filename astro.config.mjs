import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { publisherAdapter } from './site/src/adapter/publisher-adapter.mjs';
import { subsetFonts } from './site/src/adapter/subset-fonts.mjs';

/**
 * `astro build` compiles the pages to a bundle that the publisher renders from; it renders nothing itself.
 * Origins are not known here: the publisher gives them to every page in `Astro.locals.site`.
 */
export default defineConfig({
  srcDir: './site/src',
  publicDir: './public',
  outDir: './.build/site',
  cacheDir: './.build/astro-cache',
  output: 'server',
  adapter: publisherAdapter(),
  integrations: [mdx(), subsetFonts()],
  trailingSlash: 'always',
  build: { assets: '_assets' },
  devToolbar: { enabled: false },
  // The publisher writes each page’s Content-Security-Policy itself (page-policy.ts).
  security: { checkOrigin: false },
});
