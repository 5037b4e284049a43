import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { isEmbedded, type CmsEnvironment } from './environment.ts';
import { indexTexts } from './index-texts.ts';
import { wholeMigrations } from './whole-migrations.ts';
import { takingTurns } from './taking-turns.ts';
import { migrations } from './migrations/index.ts';

/**
 * `DATABASE_URL` chooses. SQLite: one process, WAL, patient with locks; transactions stay off because
 * libsql cannot run two at a time in one process. MongoDB: any number of processes.
 */
export const chooseDatabase = (environment: CmsEnvironment) =>
  isEmbedded(environment)
    ? takingTurns(
        sqliteAdapter({
          client: { url: environment.databaseUrl },
          idType: 'uuid',
          allowIDOnCreate: true, // only an archive's: `moving/load/choose-ids.ts`
          wal: true,
          busyTimeout: 20_000,
          push: false,
          migrationDir: 'cms/migrations',
          afterSchemaInit: [indexTexts],
          prodMigrations: wholeMigrations(migrations),
        }),
      )
    : mongooseAdapter({
        ...{ url: environment.databaseUrl, transactionOptions: false },
        allowIDOnCreate: true,
      });
