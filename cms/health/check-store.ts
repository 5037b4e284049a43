import type { Payload } from 'payload';
import { findStore, whyRefused } from '../media/store/media-store.ts';
import { findAsked } from '../media/store/sweep-store.ts';
import { text } from '../media/store/text.ts';

/** A bucket's calls are paid for one by one: it is asked again after so long, in ms. */
const lasts = 30_000;
let latest: { at: number; problems: Promise<string[]> } | undefined;

/** Whether the store of pictures answers, and is ours. */
export function checkStore(payload: Payload): Promise<string[]> {
  if (latest === undefined || Date.now() - latest.at > lasts)
    latest = { at: Date.now(), problems: ask(payload) };
  return latest.problems;
}

const ask = (payload: Payload): Promise<string[]> =>
  findStore(payload)
    // Of a name that nobody has: it answers, and that is all.
    .then((store) => store?.get('.asked'))
    .then(
      () => [],
      (error: unknown) => [whyRefused(error)],
    );

/** What the store's sweep wants somebody to look at. */
export async function findStoreQuestion(payload: Payload): Promise<string[]> {
  const asked = await findAsked(payload);
  return asked === undefined ? [] : [text.tooMany(asked.due, asked.all)];
}
