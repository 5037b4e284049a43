import { rm } from 'node:fs/promises';
import { startNewsroomSession } from '../e2e/newsroom-session.ts';
import { findBrowser } from '../e2e/find-browser.ts';
import { instanceServices } from '../instance/services.ts';
import { waitUntilPublished } from '../instance/publisher-status.ts';
import { lexicalText } from './lexical-text.ts';
import { percentile } from './percentile.ts';
import { finish, pause, scratchInstance, start, stop } from './processes.ts';
import { sampleArticle } from './sample-article.ts';

const opened = 8;
const typed = 20;

/**
 * What an editor waits for, in a real browser: until the screen of an article can be written in (warm), until the checklist
 * has answered, and until the preview shows what she has just typed.
 */
export async function measureAdmin(log: (line: string) => void): Promise<void> {
  const { settings, environment } = await scratchInstance();
  log('── redaksjonen: fyller CMS-et …');
  await finish(start(['scripts/bench/fill-cms.ts', '100'], environment));
  const services = instanceServices(settings, environment).map((service) =>
    start(service.command, service.environment),
  );
  try {
    const url = `http://127.0.0.1:${settings.sitePort}`;
    const publishToken = environment['PUBLISH_TOKEN'] ?? '';
    await waitUntilPublished({ url, publishToken, timeout: 600_000 });
    process.env['BROWSER_PATH'] = await findBrowser();
    const session = await startNewsroomSession(settings, {
      viewport: { width: 1600, height: 900 },
    });
    const { paragraphs, ...sample } = sampleArticle(1);
    const draft = { ...sample, body: lexicalText(paragraphs), _status: 'draft' };
    const { doc } = await session.ask('POST', '/articles?draft=true&depth=0', draft);
    const address = `${settings.cmsUrl}/admin/collections/articles/${String(doc.id)}`;
    const page = await session.context.newPage();
    const editor = page.locator('[data-lexical-editor]').first();

    const screens: number[] = [];
    for (let round = 0; round <= opened; round++) {
      const began = performance.now();
      await page.goto(address, { waitUntil: 'commit' });
      await editor.click();
      await page.keyboard.type('x');
      await page.waitForFunction(
        () => document.querySelector('[data-lexical-editor]')?.textContent?.includes('x') === true,
      );
      if (round > 0) screens.push(performance.now() - began); // the first one warms
      await page.waitForLoadState('networkidle');
    }

    if (!(await page.locator('#live-preview-iframe').isVisible()))
      await page.locator('#live-preview-toggler').click();
    const preview = page.frameLocator('#live-preview-iframe').locator('main');
    await preview.waitFor();
    await pause(3_000);
    const previews: number[] = [];
    for (let round = 0; round < typed; round++) {
      const word = `ord${String(round)}z`;
      await editor.locator('p').first().click();
      await page.keyboard.press('End');
      await page.keyboard.type(` ${word}`);
      const began = performance.now();
      await preview.getByText(word).waitFor();
      previews.push(performance.now() - began);
      await pause(300);
    }
    await session.browser.close();
    const inMs = (times: readonly number[], at: number) =>
      `${percentile([...times], at).toFixed(0)} ms`;
    console.table([
      { hva: 'saken kan skrives i, varm', p50: inMs(screens, 50), p95: inMs(screens, 95) },
      { hva: 'forhåndsvisningen viser tasten', p50: inMs(previews, 50), p95: inMs(previews, 95) },
    ]);
  } finally {
    for (const child of services) await stop(child);
    await rm(settings.dataDir, { recursive: true, force: true });
  }
}
