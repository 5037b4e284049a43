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
    redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
  },
  { devBundleServerPackages: false },
);
