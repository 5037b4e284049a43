import { z } from 'zod';
import type { FormData as Data, SaveOutcome } from './save-keeper.ts';

const sent = z.record(z.string(), z.unknown());

interface Watcher {
  /** The path of the document in the API. */
  path: string;
  began: () => void;
  ended: (data: Data, outcome: SaveOutcome) => void;
}

/**
 * Hears of every save of a document that this page makes, with what it sent and what became of it. Payload's form
 * tells nobody (its queue may even wait for ever for an answer that was broken off), so `fetch` itself is asked.
 * Returns the end of it.
 */
export function watchSaves({ path, began, ended }: Watcher): () => void {
  const original = window.fetch;
  const watching: typeof window.fetch = async (input, init) => {
    const data = isSave(path, input, init) ? readData(init?.body) : undefined;
    if (data === undefined) return original(input, init);
    began();
    try {
      const response = await original(input, init);
      ended(data, await outcomeOf(response.status));
      return response;
    } catch (error) {
      ended(data, 'away');
      throw error;
    }
  };
  window.fetch = watching;
  return () => {
    if (window.fetch === watching) window.fetch = original;
  };
}

function isSave(path: string, input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  const address = input instanceof Request ? input.url : String(input);
  return (
    init?.method?.toUpperCase() === 'PATCH' &&
    new URL(address, window.location.href).pathname === path
  );
}

function readData(body: unknown): Data | undefined {
  const json = body instanceof FormData ? body.get('_payload') : body;
  if (typeof json !== 'string') return undefined;
  return sent.safeParse(JSON.parse(json)).data;
}

/** What an answer to a save means. Payload answers 403 to whoever is logged out and to whoever may not. */
export async function outcomeOf(status: number): Promise<SaveOutcome> {
  if (status < 400) return 'saved';
  if (status === 401) return 'logged-out';
  if (status === 403) return (await isLoggedIn()) ? 'refused' : 'logged-out';
  return status === 408 || status === 429 || status >= 500 ? 'away' : 'refused';
}

const me = z.object({ user: z.object({}).nullable() });

async function isLoggedIn(): Promise<boolean> {
  const response = await fetch('/api/users/me', { credentials: 'include' }).catch(() => undefined);
  return response?.ok === true && me.safeParse(await response.json()).data?.user !== null;
}
