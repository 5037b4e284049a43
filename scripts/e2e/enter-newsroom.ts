import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Instance } from '../instance/start-instance.ts';

/** The administrator of the instance that the browser tests share. */
export const administrator = {
  email: 'redaktor@kundefront.example',
  password: 'en-lang-nok-setning-1',
};

/** Before that a form is still being put together, and hears nothing. */
const whenQuiet = { waitUntil: 'networkidle' } as const;

type Newsroom = Pick<Instance, 'cmsUrl' | 'dataDir'>;

/** Logs in; as the first who comes, with the one-time code, she makes herself the administrator before. */
export async function enterNewsroom(page: Page, instance: Newsroom): Promise<void> {
  const init = await fetch(`${instance.cmsUrl}/api/users/init`);
  const { initialized } = (await init.json()) as { initialized: boolean }; // Payload's answer
  if (!initialized) return makeAdministrator(page, instance);
  await page.goto(`${instance.cmsUrl}/admin/login`, whenQuiet);
  await page.locator('#field-email').fill(administrator.email);
  await page.locator('#field-password').fill(administrator.password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

/** The address is the one that `npm start` prints. */
async function makeAdministrator(page: Page, { cmsUrl, dataDir }: Newsroom): Promise<void> {
  const code = (await readFile(join(dataDir, 'setup-code'), 'utf8')).trim();
  await page.goto(`${cmsUrl}/admin/create-first-user?kode=${code}`, whenQuiet);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#field-code')?.value);
  await page.locator('#field-email').fill(administrator.email);
  await page.locator('#field-password').fill(administrator.password);
  await page.locator('#field-confirm-password').fill(administrator.password);
  await page.getByRole('button', { name: 'Opprett', exact: false }).click();
  await page.waitForURL('**/admin');
}

/** What a program needs to ask the CMS as the administrator, once there is one. */
export async function administratorToken({ cmsUrl }: Newsroom): Promise<string> {
  const answer = await fetch(`${cmsUrl}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  });
  const { token } = (await answer.json()) as { token: string }; // Payload's answer to a login
  return token;
}
