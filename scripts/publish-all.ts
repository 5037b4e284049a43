import { openLog } from '../content/log/open-log.ts';
import { openSite } from '../site/publisher/open-site.ts';
import { prepareData } from './instance/prepare-data.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';
import { buildStale } from './instance/build-stale.ts';
import { publisherEndpoints } from '../content/model/urls.ts';
import { readSteps } from './instance/read-steps.ts';
import { bearer } from '../content/wire/bearer.ts';
import { text } from './text.ts';

/**
 * `npm run publish:all`: renders the whole site anew. Asks the running publisher to do it; when none runs,
 * does it here from the site's own copy.
 */
await runCommand(async () => {
  const settings = readSettings();
  const secrets = await prepareData(settings);
  const publishToken = settings.publishToken ?? secrets.publishToken;
  const answer = await fetch(
    `http://127.0.0.1:${String(settings.sitePort)}${publisherEndpoints.publishAll}`,
    {
      method: 'POST',
      headers: { authorization: bearer(publishToken) },
    },
  ).catch(() => undefined);
  if (answer !== undefined) {
    await follow(answer);
    return;
  }
  await buildStale((line) => console.log(line), 'site');
  console.log(text.publishAll.siteIsOff);
  const site = await openSite({ ...settings, publishToken, log: openLog('site') });
  const started = performance.now();
  await site.renderer.publishAll({
    isFresh: false,
    interrupt: () => Promise.resolve(),
    progress: show,
  });
  site.search.touchAll();
  await site.search.build();
  finish(site.renderer.pageCount, (performance.now() - started) / 1000);
  process.exit(0);
});

async function follow(answer: Response): Promise<void> {
  if (!answer.ok || answer.body === null) {
    throw new StartError(text.publishAll.refused(answer.status));
  }
  for await (const step of readSteps(answer.body)) take(step as Step); // why: the publisher's own lines
}

interface Step {
  done: number;
  total: number;
  finished?: true;
  pullSeconds?: number;
  seconds?: number;
  error?: string;
}

function take(line: Step) {
  if (line.error !== undefined) throw new StartError(text.publishAll.failed(line.error));
  if (line.finished) {
    console.log(text.publishAll.pulled((line.pullSeconds ?? 0).toFixed(1)));
    finish(line.total, line.seconds ?? 0);
  } else show(line.done, line.total);
}

function show(done: number, total: number): void {
  if (done % 1000 === 0) console.log(text.publishAll.progress(done, total));
}

function finish(pages: number, seconds: number): void {
  console.log(text.publishAll.finished(pages, seconds));
}
