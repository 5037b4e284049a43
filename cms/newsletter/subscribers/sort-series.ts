import type { Payload } from 'payload';
import { readSeries } from '../store/series.ts';

/** The series there are among those asked for, by their present slugs: who asks for none that exists gets every article. */
export async function knownSeries(
  payload: Payload,
  asked: FormDataEntryValue[],
): Promise<string[]> {
  const { current } = await readSeries(payload);
  const known = asked.flatMap((slug) => (typeof slug === 'string' ? (current(slug) ?? []) : []));
  return [...new Set(known)];
}
