import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { drawPicture, pictureNames } from './draw-pictures.ts';

// why `as`: the file is ours; the loader checks its shape with zod, this test what it means.
const list = <T>(name: string) =>
  parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')) as T[];
const pictures = list<{ name: string; alt: string; credit: string }>('pictures.yaml');
const authors = list<{ photo: string }>('authors.yaml');

describe('the starter pictures', () => {
  it('are the ones that are described, with texts of their own', () => {
    expect(pictures.map(({ name }) => name).sort()).toEqual([...pictureNames].sort());
    expect(new Set(pictures.map(({ alt }) => alt)).size).toBe(pictures.length);
    expect(pictureNames).toEqual(expect.arrayContaining(authors.map(({ photo }) => photo)));
    for (const { alt, credit } of pictures) {
      expect(alt.length).toBeGreaterThan(20);
      expect(credit).toBeTruthy();
    }
  });

  it(
    'come out the same every time, in the size that is promised',
    { timeout: 60_000 },
    async () => {
      const [once, again] = [await drawPicture('kolapp'), await drawPicture('kolapp')];
      expect(once.equals(again)).toBe(true);
      expect(await sharp(once).metadata()).toMatchObject({
        format: 'jpeg',
        width: 1800,
        height: 1200,
      });
      const portrait = await drawPicture('portrett-amir-rostad');
      expect(await sharp(portrait).metadata()).toMatchObject({ width: 1200, height: 1500 });
    },
  );

  it('are refused by a name that is not drawn', async () => {
    await expect(drawPicture('finnes-ikke')).rejects.toThrow('finnes-ikke');
  });
});
