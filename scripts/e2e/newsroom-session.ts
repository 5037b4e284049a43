import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Instance } from '../instance/start-instance.ts';
import { administratorToken, enterNewsroom } from './enter-newsroom.ts';
import { launchBrowser } from './launch-browser.ts';

/** A browser in which the administrator is logged in, and what she may ask past the screens. */
export interface NewsroomSession {
  browser: Browser;
  context: BrowserContext;
  /** What `/api` answers her, or whoever `as` (a token) is. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into every shape
  ask: (method: string, path: string, body?: unknown, as?: string) => Promise<any>;
  /** A tab with a page of the CMS. Until it is quiet, a form is still being put together, and hears nothing. */
  opened: (path: string) => Promise<Page>;
  /** A new draft, and a tab with it, ready to be typed into. */
  draft: (fields: object) => Promise<{ id: string; page: Page }>;
  /** The newest state of an article. */
  newest: (id: string) => ReturnType<NewsroomSession['ask']>;
}

export async function startNewsroomSession(
  instance: Pick<Instance, 'cmsUrl' | 'dataDir'>,
  options: BrowserContextOptions = {},
): Promise<NewsroomSession> {
  const browser = await launchBrowser();
  const context = await browser.newContext({ locale: 'nb-NO', ...options });
  // A step that hangs says which it is.
  context.setDefaultTimeout(45_000);
  await enterNewsroom(await context.newPage(), instance);
  const token = await administratorToken(instance);
  const ask: NewsroomSession['ask'] = async (method, path, body, as = token) => {
    const answer = await fetch(`${instance.cmsUrl}/api${path}`, {
      method,
      signal: AbortSignal.timeout(45_000),
      headers: { authorization: `JWT ${as}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  const opened: NewsroomSession['opened'] = async (path) => {
    const page = await context.newPage();
    await page.goto(instance.cmsUrl + path, { waitUntil: 'networkidle' });
    return page;
  };
  return {
    ...{ browser, context, ask, opened },
    newest: (id) => ask('GET', `/articles/${id}?draft=true&depth=0`),
    draft: async (fields) => {
      const data = { ...fields, _status: 'draft' };
      const { doc } = await ask('POST', '/articles?draft=true&depth=0', data);
      const page = await opened(articleScreen(doc.id));
      await page.locator('[data-lexical-editor]').waitFor();
      return { id: doc.id, page };
    },
  };
}

/** Where an article is written. */
export const articleScreen = (id: string): string => `/admin/collections/articles/${id}`;

/** Id of the field that the cursor is in, to be polled. */
export const focused = (page: Page) => () => page.evaluate(() => document.activeElement?.id ?? '');

/** Types `/…` where the cursor is and takes `name` from the menu; then the cursor is in that field of the new box. */
export async function insertBox(
  page: Page,
  [typed, name]: readonly [typed: string, name: string],
  field: string,
): Promise<void> {
  await page.keyboard.type(typed);
  await page.locator('.slash-menu-popup__item', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(focused(page), { timeout: 10_000 }).toBe(field);
}
