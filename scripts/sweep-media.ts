import { text } from '../cms/media/store/text.ts';
import type { Swept } from '../cms/media/store/sweep-store.ts';
import { askCms } from './instance/ask-cms.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';

const words = text.swept;

/**
 * `npm run media:sweep`: deletes from `MEDIA_STORE` what has not been in use for as long as backups may need it, however
 * much that is. The system does so by itself unless it is suspiciously much.
 */
await runCommand(async () => {
  if (readSettings().mediaStore === undefined) throw new StartError(words.noStore);
  const { deleted } = await askCms<Swept>({
    ...{ path: '/api/media-store/sweep', asked: {}, show: () => undefined, words },
    here: async (payload) => {
      const { sweepStore } = await import('../cms/media/store/sweep-store.ts');
      return sweepStore(payload, { isAsked: true });
    },
  });
  console.log(words.done(deleted));
  process.exit(0);
});
