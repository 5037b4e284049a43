import type { Payload } from 'payload';
import { findSeries } from '../store/series.ts';

/** The series there are among those asked for: who asks for none that exists gets every article. */
export async function knownSeries(
  payload: Payload,
  asked: FormDataEntryValue[],
): Promise<string[]> {
  const known = new Set<FormDataEntryValue>((await findSeries(payload)).map(({ slug }) => slug));
  return asked.filter((slug) => typeof slug === 'string').filter((slug) => known.has(slug));
}
