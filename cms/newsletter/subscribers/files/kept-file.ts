import { randomUUID } from 'node:crypto';

interface Kept {
  text: string;
  name: string;
  user: string;
  until: number;
}

const patience = 3_600_000;
/** Files of subscribers lie on no disk: who waits longer, or meets another process, chooses hers once more. */
const files = new Map<string, Kept>();

/** Keeps a file for an hour for whoever handed it in, while its columns are asked about. Returns its ticket. */
export function keepFile({ text, name }: { text: string; name: string }, user: string): string {
  const now = Date.now();
  for (const [ticket, { until, user: owner }] of files)
    if (until < now || owner === user) files.delete(ticket);
  const ticket = randomUUID();
  files.set(ticket, { text, name, user, until: now + patience });
  return ticket;
}

export function keptFile(ticket: string, user: string): Kept | undefined {
  const kept = files.get(ticket);
  return kept?.user === user && kept.until > Date.now() ? kept : undefined;
}
