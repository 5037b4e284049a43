// `node cms/make-migration.mjs NAME`: writes the migration from the last committed one to the present
// collections, in the form that plain Node can import. Run after changing a field; commit the result.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const secret = 'only-to-read-the-configuration-0123456789';
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/payload/bin.js',
    'migrate:create',
    process.argv[2] ?? 'change',
    '--force-accept-warning',
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: '/tmp/kundefront-migration',
      PAYLOAD_CONFIG_PATH: 'cms/payload.config.ts',
      PAYLOAD_SECRET: secret,
      PUBLISH_TOKEN: secret,
      RESEND_API_KEY: 're_none',
    },
  },
);
const folder = 'cms/migrations/';
for (const name of readdirSync(folder).filter((each) => each.endsWith('.ts'))) {
  const text = readFileSync(folder + name, 'utf8');
  const mended = text
    .replace(
      'import { MigrateUpArgs, MigrateDownArgs, sql }',
      'import { type MigrateUpArgs, type MigrateDownArgs, sql }',
    )
    .replace(/from '\.\/(\d{8}_\d{6}_[\w-]+)'/g, "from './$1.ts'");
  if (mended !== text) writeFileSync(folder + name, mended);
}
process.exit(status ?? 1);
