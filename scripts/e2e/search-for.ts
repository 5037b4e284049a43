import type { Page } from 'playwright-core';

/** Types a query on the search page. Addresses of all results; none when only words that begin alike were found. */
export async function searchFor(page: Page, query: string): Promise<string[]> {
  await page.locator('main input[type=search]').fill(query);
  await page.keyboard.press('Enter');
  const status = page
    .locator('search-box [role=status]')
    .filter({ hasText: `«${query.replace(/^["«“„]+|["»”“]+$/g, '')}»` });
  await status.waitFor();
  const more = page.locator('search-box .more');
  for (let shown = 10; await more.isVisible(); shown += 10) {
    await more.click();
    await page.locator(`.results li:nth-child(${String(shown + 1)})`).waitFor();
  }
  if ((await status.textContent())?.includes('begynner') === true) return [];
  const links = page.locator('.results .title a');
  return links.evaluateAll(
    (found) => found.map((link) => new URL((link as HTMLAnchorElement).href).pathname), // the locator's own
  );
}
