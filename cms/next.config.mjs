import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPayload } from '@payloadcms/next/withPayload';
import { packages, phrases } from './build/translate-packages.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const translated = `**/{${packages.join(',')}}/*.js`;
const translate = {
  loader: './build/translate-packages.mjs',
  // Turbopack keeps what a loader made until its options change; its own code may.
  options: { phrases: phrases.map(([from, to]) => `${from} ${to}`).join('\n') },
};

export default withPayload(
  {
    turbopack: { root, rules: { [translated]: { loaders: [translate] } } },
    outputFileTracingRoot: root,
    poweredByHeader: false,
    // The instance made at server start and the routes must share one copy of Payload: bundled twice, an error
    // of one is a stranger to the other, and answers lose the fields that are wrong.
    serverExternalPackages: [
      'payload',
      'prom-client',
      '@aws-sdk/client-s3',
      '@payloadcms/db-mongodb',
      '@payloadcms/db-sqlite',
      '@payloadcms/drizzle',
      // It looks for its XML parser only when it meets XMP, and finds none in a bundle.
      'exifreader',
      // Read only when somebody moves in.
      ...['linkedom', 'sax', 'yauzl'],
    ],
    // Errors keep their names in the logs, and `loggingLevels` finds them.
    experimental: { turbopackMinify: { server: false, client: true } },
    typescript: { ignoreBuildErrors: true }, // `npm test` checks the types, with the repository's settings
    // The admin's own policy is in `proxy.ts`; its addresses hold ids that other sites have no use for.
    headers: async () => [
      {
        source: '/admin/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
      // Answers are of the moment and of whoever asks; pictures and faces may be kept.
      {
        source: '/api/:path((?!media/file/|web/).*)',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Cache-Control', value: 'no-store' },
        ],
      },
      {
        source: '/api/:path(media/file/.*|web/.*)',
        headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
      },
    ],
    redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
  },
  { devBundleServerPackages: false },
);
