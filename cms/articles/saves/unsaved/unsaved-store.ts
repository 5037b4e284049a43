import { z } from 'zod';

const prefix = 'kundefront:unsaved:';

const entrySchema = z.object({
  /** The tab whose it is. */
  tab: z.string(),
  /** When the oldest of it was typed, in ms; and when the tab was last seen. */
  since: z.number(),
  seenAt: z.number(),
  /** It was left in order: nobody is writing there any more. */
  isLeft: z.boolean().default(false),
  data: z.record(z.string(), z.unknown()),
});
export type Unsaved = z.infer<typeof entrySchema>;

/** A tab that is alive says so more often than this; in ms. */
const alive = 20_000;

const keyOf = (article: string, tab: string) => `${prefix}${article}:${tab}`;

/**
 * Keeps what a tab has not saved in this browser; null drops it. False when the browser takes nothing more: then what
 * is typed is in the tab alone.
 */
export function keepUnsaved(article: string, tab: string, entry: Unsaved | null): boolean {
  try {
    if (entry === null) localStorage.removeItem(keyOf(article, tab));
    else localStorage.setItem(keyOf(article, tab), JSON.stringify(entry));
    return true;
  } catch {
    return false; // full, or forbidden by the browser
  }
}

/** What other tabs left behind of an article when they were closed or crashed, newest first. */
export function findAbandoned(article: string, tab: string, now = Date.now()): Unsaved[] {
  const found: Unsaved[] = [];
  for (let n = 0; n < localStorage.length; n += 1) {
    const key = localStorage.key(n) ?? '';
    if (!key.startsWith(`${prefix}${article}:`) || key === keyOf(article, tab)) continue;
    const entry = parse(localStorage.getItem(key));
    if (entry !== undefined && (entry.isLeft || now - entry.seenAt > alive)) found.push(entry);
  }
  return found.toSorted((a, b) => b.seenAt - a.seenAt);
}

function parse(json: string | null): Unsaved | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(json ?? 'null')).data;
  } catch {
    return undefined; // of something else
  }
}
