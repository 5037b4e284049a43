import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** The machine's Chromium, without a window and without calls to anybody. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
