import type { Payload } from 'payload';
import { readSeries } from '../store/series.ts';

const slug = /^[a-z0-9-]{1,200}$/;

/**
 * What was asked for: the series there are, by their present slugs, and slugs of none. Who chooses only series that are
 * gone has not chosen every article.
 */
export async function sortSeries(
  payload: Payload,
  asked: FormDataEntryValue[],
): Promise<{ known: string[]; gone: string[] }> {
  const { current } = await readSeries(payload);
  const slugs = asked.filter((value) => typeof value === 'string' && slug.test(value)).map(String);
  const known = new Set(slugs.flatMap((each) => current(each) ?? []));
  const gone = new Set(slugs.filter((each) => current(each) === undefined));
  return { known: [...known], gone: [...gone] };
}
