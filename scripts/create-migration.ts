import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { runPayload } from './run-payload.ts';

// `npm run migrate:create NAME`: writes the migration from the last committed one to the present collections, in the
// form that plain Node can import. Run after changing a field; commit the result.
runPayload('migrate:create', process.argv[2] ?? 'change', '--force-accept-warning');
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
