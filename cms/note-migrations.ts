import type { Payload } from 'payload';
import { z } from 'zod';
import { isEmbedded, readEnvironment } from './environment.ts';
import { migrations } from './migrations/index.ts';

const row = z.object({ id: z.string(), name: z.string(), batch: z.number().nullish() });

/**
 * Throws when the database has been through a migration that this code does not have: it is from newer code, and what
 * this code writes would be wrong there. MongoDB needs no migrations, but is told which ones its code has, so that
 * older code knows.
 */
export async function noteMigrations(payload: Payload): Promise<void> {
  const noted = await findNoted(payload);
  const unknown = unknownOf(noted);
  if (unknown.length > 0)
    throw new Error(`the database is from newer code, which has ${unknown.join(', ')}`);
  if (isEmbedded(readEnvironment())) {
    // Noted twice: with what it did (`wholeMigrations`), and by Payload afterwards.
    const again = noted.filter(({ name }, n) => noted.findIndex((o) => o.name === name) < n);
    const where = { id: { in: again.map(({ id }) => id) } };
    if (again.length > 0) await payload.db.deleteMany({ collection: 'payload-migrations', where });
    return;
  }
  for (const name of known) {
    if (noted.some((each) => each.name === name)) continue;
    await payload.db.create({ collection: 'payload-migrations', data: { name, batch: 1 } });
  }
}

/** The migrations of newer code that the database has been through since this process looked. */
export const newerMigrations = async (payload: Payload): Promise<string[]> =>
  unknownOf(await findNoted(payload));

async function findNoted(payload: Payload): Promise<z.infer<typeof row>[]> {
  const { docs } = await payload.db.find({
    collection: 'payload-migrations',
    pagination: false,
    limit: 0,
  });
  return docs.map((each) => row.parse(each)).filter(({ batch }) => batch !== -1);
}

const known = migrations.map(({ name }) => name);
const unknownOf = (noted: readonly { name: string }[]): string[] =>
  noted.map(({ name }) => name).filter((name) => !known.includes(name));
