import { defineConfig } from 'vitest/config';

const everywhere = ['content', 'site', 'cms', 'scripts'];
const ignored = ['**/node_modules/**', '.build/**', 'data/**', 'cms/.next/**'];

/**
 * Unit beside the file; database and HTTP as `*.int.test.ts`; the browser as `*.e2e.test.ts`. The CMS's own run
 * on SQLite and again on MongoDB, but for those that are about one of them (`*.sqlite.…`, `*.mongo.…`). Several machines as
 * `*.cluster.test.ts`, only when it is asked for: `npm run test:cluster`.
 */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: everywhere.map((room) => `${room}/**/*.test.ts`),
          exclude: [...ignored, '**/*.int.test.ts', '**/*.e2e.test.ts', '**/*.cluster.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: everywhere.map((room) => `${room}/**/*.int.test.ts`),
          exclude: [...ignored, '**/*.mongo.int.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: 'mongodb',
          include: ['cms/**/*.int.test.ts', 'scripts/**/*.mongo.int.test.ts'],
          exclude: [...ignored, '**/*.sqlite.int.test.ts'],
          env: { TEST_PART: 'mongodb' },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: 'cluster',
          include: ['scripts/cluster/*.cluster.test.ts'],
          testTimeout: 400_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: everywhere.map((room) => `${room}/**/*.e2e.test.ts`),
          exclude: ignored,
          globalSetup: 'scripts/e2e/shared-instance.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
