import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPayload } from '@payloadcms/next/withPayload';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export default withPayload(
  {
    turbopack: { root },
    outputFileTracingRoot: root,
    poweredByHeader: false,
    typescript: { ignoreBuildErrors: true }, // `npm test` checks the types, with the repository's settings
    // Nobody else may frame the admin; its addresses hold ids that other sites have no use for.
    headers: async () => [
      {
        source: '/admin/:path*',
        headers: [
          { key: 'Content-Security-Policy', value: "frame-ancestors 'self'" },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
    ],
    redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
  },
  { devBundleServerPackages: false },
);
