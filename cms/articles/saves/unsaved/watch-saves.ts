import { z } from 'zod';
import { sentenceIn } from '../../../shared/send-json.ts';
import type { FormData as Data, SaveOutcome } from './save-keeper.ts';

const sent = z.record(z.string(), z.unknown());
const answered = z.object({ doc: z.looseObject({ updatedAt: z.string() }) });

interface Watcher {
  /** The path of the document in the API. */
  path: string;
  began?: () => void;
  /** `saved` is what the server has now, when it took it; `sentence` says what is to be mended, when it is `invalid`. */
  ended: (data: Data, outcome: SaveOutcome, saved?: Data, sentence?: string) => void;
}

const watchers = new Set<Watcher>();
let original: typeof window.fetch | undefined;

/**
 * Hears of every save of a document that this page makes, with what it sent and what became of it. Payload's form
 * tells nobody (its queue may even wait for ever for an answer that was broken off), so `fetch` itself is asked.
 * Returns the end of it.
 */
export function watchSaves(watcher: Watcher): () => void {
  watchers.add(watcher);
  if (original === undefined) {
    original = window.fetch;
    window.fetch = watching(original);
  }
  return () => watchers.delete(watcher);
}

const watching =
  (ask: typeof window.fetch): typeof window.fetch =>
  async (input, init) => {
    const heard = [...watchers].filter(({ path }) => isSave(path, input, init));
    const data = heard.length === 0 ? undefined : readData(init?.body);
    if (data === undefined) return ask(input, init);
    for (const { began } of heard) began?.();
    const tell = (outcome: SaveOutcome, saved?: Data, sentence?: string) => {
      for (const { ended } of heard) ended(data, outcome, saved, sentence);
    };
    try {
      const response = await ask(input, init);
      const said = await outcomeOf(response.status);
      const isRelease = data['_status'] === 'published';
      const outcome = said === 'invalid' && isRelease ? 'unreleased' : said;
      const saved = outcome === 'saved' ? await docOf(response.clone()) : undefined;
      tell(outcome, saved, outcome === 'invalid' ? await sentenceOf(response.clone()) : undefined);
      return response;
    } catch (error) {
      tell('away');
      throw error;
    }
  };

async function docOf(response: Response): Promise<Data | undefined> {
  const json: unknown = await response.json().catch(() => undefined); // broken off: the form sees to it
  return answered.safeParse(json).data?.doc;
}

async function sentenceOf(response: Response): Promise<string> {
  const json: unknown = await response.json().catch(() => undefined); // no JSON: it says nothing
  return sentenceIn(json);
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
  if (status === 404) return 'gone';
  if (status === 400) return 'invalid';
  return status === 408 || status === 429 || status >= 500 ? 'away' : 'refused';
}

const me = z.object({ user: z.object({}).nullable() });

async function isLoggedIn(): Promise<boolean> {
  const response = await fetch('/api/users/me', { credentials: 'include' }).catch(() => undefined);
  return response?.ok === true && me.safeParse(await response.json()).data?.user !== null;
}
