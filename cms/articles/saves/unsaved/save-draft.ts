import { z } from 'zod';
import { savedFromField } from '../../releases/bookkeeping.ts';
import { thisTab } from '../tab.ts';
import type { FormData as Data, SaveOutcome } from './save-keeper.ts';
import { outcomeOf } from './watch-saves.ts';

const patience = 20_000;

/**
 * Saves what a form holds as the newest draft, past the form, whose queue may hang. `isAutosave` writes over the newest
 * version of the same tab, as the form does by itself; else a version of its own is made. `address` is the article's in the API.
 */
export async function saveDraft(
  address: string,
  data: Data,
  { isAutosave }: { isAutosave: boolean },
): Promise<SaveOutcome> {
  const body = new FormData();
  const draft = { ...data, _status: 'draft', [savedFromField]: thisTab() };
  body.append('_payload', JSON.stringify(draft));
  const query = `draft=true&depth=0${isAutosave ? '&autosave=true' : ''}`;
  const response = await fetch(`${address}?${query}`, {
    ...{ method: 'PATCH', body, credentials: 'include', signal: AbortSignal.timeout(patience) },
  }).catch(() => undefined);
  return response === undefined ? 'away' : outcomeOf(response.status);
}

const saved = z.looseObject({ updatedAt: z.string() });

/** The `updatedAt` of the newest draft; undefined when it cannot be read now. */
export const readSavedAt = async (address: string): Promise<string | undefined> =>
  (await readSaved(address))?.updatedAt;

/** The newest draft; undefined when it cannot be read now. */
export async function readSaved(address: string): Promise<z.infer<typeof saved> | undefined> {
  const url = `${address}?draft=true&depth=0`;
  const response = await fetch(url, { credentials: 'include' }).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  return saved.safeParse(await response.json()).data;
}
