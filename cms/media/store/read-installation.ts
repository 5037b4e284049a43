import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';

const key = 'installation';

/** Which installation this database is of; made when it is not known. It stays through backups and moves of host. */
export async function readInstallation(payload: Payload): Promise<string> {
  const known = await payload.kv.get<{ id: string }>(key);
  if (known !== null) return known.id;
  try {
    const data = { id: randomUUID() };
    await payload.db.create({ collection: 'payload-kv', data: { key, data } });
  } catch (error) {
    // The unique key: another process was first.
    if ((await payload.kv.get(key)) === null) throw error;
  }
  return readInstallation(payload);
}
