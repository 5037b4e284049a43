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
  // In the page: a stylesheet of some kilobytes costs a round trip before anything is seen, and little compressed.
  build: { assets: '_assets', inlineStylesheets: 'always' },
  // Shorter than attributes, on every element of every page.
  scopedStyleStrategy: 'class',
  devToolbar: { enabled: false },
  // The publisher writes each page’s Content-Security-Policy itself (page-policy.ts).
  security: { checkOrigin: false },
});
