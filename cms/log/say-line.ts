import { text } from './text.ts';
import type { Act } from './write-log.ts';

export interface LogLine {
  who: string;
  act: Act;
  what: string;
  why?: string | null;
  document?: string | null;
}

/** A line of the log as a sentence in three pieces: up to what was acted on, that itself, and what follows. */
export interface Sentence {
  before: string;
  what: string;
  after: string;
  /** Where that is in the admin, under its root; none for what is gone or was no document. */
  path: string | undefined;
}

/** «Randi Redaktør tok «Kø i november» av nett – feil tall», for the log's list. */
export function sayLine({ who, act, what, why, document }: LogLine): Sentence {
  const [before = '', after] = text.sentences[act].split('{}');
  const reason = why ? ` – ${why}` : '';
  const home = homes[act];
  if (after === undefined)
    return { before: `${who} ${before}`, what: '', after: reason, path: undefined };
  return {
    before: `${who} ${before}`,
    what: what.startsWith(`${who} (`) ? text.self : inner(before, what.trim() || text.untitled),
    after: after + reason,
    path: home && document ? `/collections/${home}/${document}` : undefined,
  };
}

/** Inside «», a quotation is in ‘’. */
const inner = (before: string, what: string) =>
  before.endsWith('«') ? what.replaceAll('«', '‘').replaceAll('»', '’') : what;

const toArticles = [
  ...([
    'published',
    'updated',
    'unpublished',
    'version-restored',
    'planned',
    'plan-approved',
  ] as const),
  ...(['plan-dropped', 'plan-moved', 'plan-released', 'deadline-moved', 'draft-shared'] as const),
  ...([
    'shares-ended',
    'quotes-sent',
    'quotes-answered',
    'quotes-ended',
    'correction-mailed',
  ] as const),
];

const toAccounts = [
  ...(['role-changed', 'user-added', 'password-changed', 'second-factor-on'] as const),
  ...(['second-factor-off', 'sessions-ended'] as const),
];

/** The collection whose document a line is about. */
const homes: Partial<Record<Act, string>> = Object.fromEntries([
  ...toArticles.map((act) => [act, 'articles']),
  ...toAccounts.map((act) => [act, 'users']),
  ...(['mailed', 'mailing-decided', 'mailing-again'] as const).map((act) => [act, 'mailings']),
  ['rights-ended', 'media'],
]);
