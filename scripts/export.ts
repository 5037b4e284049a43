import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { MovedOut, MoveOut } from '../cms/moving/out/move-out.ts';
import { text } from '../cms/moving/text.ts';
import { askCms } from './instance/ask-cms.ts';
import { runCommand, StartError } from './instance/settings.ts';

const words = text.out;

/**
 * `npm run export -- FOLDER [--with-people]`: everything out, in open formats. The running CMS does it; when none runs, it is
 * done here.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'with-people': { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new StartError(words.usage);
  const asked: MoveOut = { folder: resolve(folder), withPeople: values['with-people'] };
  const show = (done: number) => {
    if (done % 500 === 0) console.log(text.command.progress(done));
  };
  const moved = await askCms<MovedOut>({
    ...{ path: '/api/moving/export', asked, show },
    words: { refused: text.command.refused, failed: words.failed },
    here: async (payload) => {
      const { moveOut } = await import('../cms/moving/out/move-out.ts');
      return moveOut(payload, asked, show);
    },
  });
  for (const [what, count] of Object.entries(moved.counts))
    console.log(`${String(count).padStart(8)}  ${words.counts[what as keyof typeof words.counts]}`); // why: their own keys
  if (moved.missing.length > 0) console.log(['', words.missing, ...moved.missing].join('\n  '));
  console.log(`\n${words.done(asked.folder)}`);
  process.exit(0);
});
