import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import sharp from 'sharp';
import { focused, startNewsroomSession, type NewsroomSession } from './newsroom-session.ts';

/** A picture on its way in, in a real browser: what its file says, what is refused, and what taking another's place says. */

const instance = inject('instance');
const patience = { timeout: 20_000 };
let session: NewsroomSession;
beforeAll(async () => {
  session = await startNewsroomSession(instance);
});
afterAll(() => session?.browser.close());

const aFile = async (colour: string) => ({
  name: `${colour}.jpg`,
  mimeType: 'image/jpeg',
  buffer: await sharp({
    create: { width: 1400, height: 900, channels: 3, background: colour },
  })
    .withExif({
      IFD0: { Artist: 'Kari Foto', Copyright: 'Kari Foto AS' },
      IFD2: { DateTimeOriginal: '2026:06:03 10:00:00' },
    })
    .jpeg()
    .toBuffer(),
});

test('what the file says is filled in and may be emptied, what is refused is told at its field', async () => {
  const page = await session.opened('/admin/collections/media/create');
  await page.locator('input[type=file]').setInputFiles(await aFile('teal'));
  const creator = page.locator('#field-creator');
  await expect.poll(() => creator.inputValue(), patience).toBe('Kari Foto');
  await page.getByText('Fylt ut fra filen: «Fotograf», «Opphavsrett», «Tatt».').waitFor();
  await creator.fill('');
  await page.getByLabel('Tatt').fill('');
  await page.locator('#field-credit').fill('Kari Foto');
  const save = page.getByRole('button', { name: 'Lagre', exact: true });
  await save.click();

  await expect.poll(focused(page), patience).toBe('field-alt');
  const sentence = 'Skriv hva bildet viser, eller kryss av for at det bare er pynt.';
  await page.locator('.field-error', { hasText: sentence }).waitFor();
  await page.keyboard.type('En blågrønn flate');
  await save.click();
  await page.waitForURL((url) => !url.pathname.endsWith('/create'));
  const id = page.url().split('/').at(-1) ?? '';
  const picture = await session.ask('GET', `/media/${id}`);
  expect(picture).toMatchObject({ alt: 'En blågrønn flate', copyright: 'Kari Foto AS' });
  expect([picture.creator, picture.takenOn]).toEqual(['', null]);

  // Another takes its place: its words are looked at, too.
  await page.goto(page.url(), { waitUntil: 'networkidle' });
  await page.locator('.file-details__remove').click();
  await page.locator('input[type=file]').setInputFiles(await aFile('navy'));
  await page.getByText('Se om alternativ tekst, bildetekst, foto', { exact: false }).waitFor();
  expect(await creator.inputValue()).toBe('');
  await save.click();
  await expect
    .poll(async () => (await session.ask('GET', `/media/${id}`)).filename, patience)
    .not.toBe(picture.filename);
}, 120_000);
