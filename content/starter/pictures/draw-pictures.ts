import { printPicture } from './print-picture.ts';
import { amirRostad, ingridSolvang, torunnKleppe } from './portraits.ts';

/** Every picture of the starter publication, by the name `pictures.yaml` and the articles use. */
const drawings: Record<string, () => string> = {
  'portrett-amir-rostad': amirRostad,
  'portrett-ingrid-solvang': ingridSolvang,
  'portrett-torunn-kleppe': torunnKleppe,
};

export const pictureNames = Object.keys(drawings);

/** A JPEG of 1800 × 1200 pixels (portraits 1200 × 1500), the same bytes on every run. Throws for an unknown name. */
export async function drawPicture(name: string): Promise<Buffer> {
  const draw = drawings[name];
  if (draw === undefined) throw new Error(`There is no starter picture named "${name}".`);
  return printPicture(draw());
}
