import { z } from 'zod';
import { withoutSecrets } from '../../../content/log/without-secrets.ts';
import type { ItemOutcome } from '../store/rows.ts';
import type { ProviderAnswer } from '../provider/resend-client.ts';
import { reasons } from '../text.ts';

/** The request that was answered. */
interface Asked {
  /** How many items it has. */
  size: number;
  /** Whether an earlier attempt with the same key may have been accepted. */
  isRepetition: boolean;
}

/**
 * What a provider's answer means for a request.
 * - `outcomes`: known for every item, in order.
 * - `unknown`: perhaps accepted; only the same bytes under the same key may follow.
 * - `rate`: nothing accepted, the same request again after `waitSeconds`.
 * - `pause`: nothing accepted, and nothing else will be until somebody or time helps.
 * - `isolate`: nothing accepted because of one or more items; find them.
 * - `conflict`: the key is taken by other bytes; a person must look.
 *
 * A refusal of a repeated request proves nothing about the first attempt; only a replayed 200 does.
 * A refusal, a limit or a conflict may come from a proxy, or from a service that has forgotten the key.
 */
export type Meaning =
  | { kind: 'outcomes'; outcomes: ItemOutcome[] }
  | { kind: 'unknown'; problem: string }
  | { kind: 'rate'; waitSeconds: number }
  | { kind: 'pause'; reason: string; waitSeconds: number }
  | { kind: 'isolate'; reason: string }
  | { kind: 'conflict' };

export function interpretResponse(answer: ProviderAnswer, asked: Asked): Meaning {
  const meaning = interpretFirst(answer, asked.size);
  const isBlaming =
    answer.status !== 200 && ['outcomes', 'isolate', 'conflict'].includes(meaning.kind);
  return asked.isRepetition && isBlaming
    ? { kind: 'unknown', problem: `${String(answer.status)} ${answer.name}` }
    : meaning;
}

function interpretFirst(answer: ProviderAnswer, size: number): Meaning {
  const { status, name, message } = answer;
  if (status === null) return { kind: 'unknown', problem: 'no answer' };
  if (status === 200) return readOutcomes(answer.data, size);
  if (status === 429) return readTooMany(answer);
  if (status === 409) {
    return name === 'invalid_idempotent_request'
      ? { kind: 'conflict' }
      : { kind: 'unknown', problem: `409 ${name}` };
  }
  if (isAboutUs(status, name)) {
    return { kind: 'pause', reason: whyRefused(answer), waitSeconds: 60 };
  }
  if (status === 408 || status < 400 || status >= 500) {
    return { kind: 'unknown', problem: `${String(status)} ${name}` };
  }
  return size > 1
    ? { kind: 'isolate', reason: message }
    : {
        kind: 'outcomes',
        outcomes: [{ state: 'failed', reason: reasons.refused(safe(message)) }],
      };
}

/** Key, sender or address of the service wrong: no item is to blame, and a person can mend it. */
function isAboutUs(status: number, name: string): boolean {
  const names = [
    'invalid_from_address',
    'invalid_api_key',
    'missing_api_key',
    'restricted_api_key',
  ];
  return [401, 403, 404, 405].includes(status) || names.includes(name);
}

function whyRefused({ name, message }: ProviderAnswer): string {
  if (/_api_key$/.test(name)) return reasons.badKey;
  if (name === 'invalid_from_address') return reasons.badSender;
  return reasons.notAllowed(safe(message).replace(/\.$/, ''));
}

function readTooMany({ name, headers }: ProviderAnswer): Meaning {
  const wait = seconds(headers['retry-after']) ?? seconds(headers['ratelimit-reset']);
  if (name === 'daily_quota_exceeded' || name === 'monthly_quota_exceeded') {
    const reason = reasons.quota(name === 'monthly_quota_exceeded');
    return { kind: 'pause', reason, waitSeconds: wait ?? 30 };
  }
  return { kind: 'rate', waitSeconds: wait ?? 1 };
}

/** `retry-after` in seconds, or as an HTTP date (RFC 9110 § 10.2.3). */
function seconds(value: string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  const number = /^\d+(\.\d+)?$/.test(value)
    ? Number(value)
    : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(number) ? Math.max(0.1, number) : undefined;
}

const accepted = z.object({ id: z.string().min(1) });
const batchAnswer = z.object({
  data: z.array(z.unknown()),
  errors: z.array(z.object({ index: z.number().int(), message: z.string() })).nullish(),
});

/**
 * A permissive batch answers `data` for the accepted items and `errors` by index. Some servers keep a
 * place in `data` for the refused ones too; both are read. If the numbers do not add up, nobody can
 * say who was accepted.
 */
function readOutcomes(data: unknown, size: number): Meaning {
  const parsed = batchAnswer.safeParse(data);
  if (!parsed.success) return { kind: 'unknown', problem: '200 with an answer we cannot read' };
  const refused = new Map(parsed.data.errors?.map((error) => [error.index, error.message]));
  const isSparse = parsed.data.data.length === size && refused.size > 0;
  const ids = isSparse
    ? parsed.data.data.filter((_, index) => !refused.has(index))
    : parsed.data.data;
  const isBalanced =
    ids.length + refused.size === size &&
    [...refused.keys()].every((index) => index >= 0 && index < size);
  const remaining = ids.map((id) => accepted.safeParse(id));
  if (!isBalanced || remaining.some((id) => !id.success)) {
    return { kind: 'outcomes', outcomes: everyItem(size, reasons.uncertainAnswer) };
  }
  let next = 0;
  const outcomes = Array.from({ length: size }, (_, index): ItemOutcome => {
    const problem = refused.get(index);
    if (problem !== undefined) {
      return { state: 'failed', reason: reasons.refused(safe(problem)) };
    }
    const id = remaining[next++];
    return id?.success
      ? { state: 'accepted', resendId: id.data.id }
      : { state: 'uncertain', reason: reasons.uncertainAnswer };
  });
  return { kind: 'outcomes', outcomes };
}

/** The same uncertain outcome for every item. */
export const everyItem = (size: number, reason: string): ItemOutcome[] =>
  Array.from({ length: size }, () => ({ state: 'uncertain', reason }));

/** Providers quote the bad address; reasons are kept and shown, addresses are not. */
const safe = (message: string) => withoutSecrets(message).slice(0, 300);
