import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { loadShown, type Shown } from '../../mapping/load-shown.ts';
import type { Plan } from './plans.ts';
import { planText } from './text.ts';

/** What readers of an article would see of each document it shows, as it is now, as a hash by collection and id. */
export async function hashShown(
  payload: Payload,
  article: string,
  content: Record<string, unknown>,
): Promise<Record<string, string>> {
  const shown = await loadShown(payload, { ...content, id: article });
  return Object.fromEntries(shown.map((each) => [keyOf(each), hashOf(each)]));
}

/**
 * The pictures, authors, organisations, temaer and series of a planned article that somebody changed after it was
 * approved, in words; only what readers would see. They have no versions, and go out as they are then.
 */
export async function changedUses(
  payload: Payload,
  { article, approved }: Plan,
): Promise<string[]> {
  if (approved?.shown === undefined) return [];
  const { shown: before, content } = approved;
  const now = await loadShown(payload, { ...content, id: article });
  return now
    .filter((each) => (before[keyOf(each)] ?? hashOf(each)) !== hashOf(each))
    .map(({ collection, name }) => planText.changed[collection](name));
}

const keyOf = ({ collection, id }: Shown) => `${collection}:${id}`;

const hashOf = ({ asSeen }: Shown) =>
  createHash('sha256').update(JSON.stringify(asSeen)).digest('base64url').slice(0, 22);
