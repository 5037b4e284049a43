import { describeError } from './describe-error.ts';
import { withoutSecrets } from './without-secrets.ts';

export type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** What a line tells beside the time: which part of the house speaks, what happened, and the ids of what it is about. */
export interface Entry {
  level: Level;
  area: string;
  msg: string;
  err?: unknown;
  [id: string]: unknown;
}

/** Values that are nobody's business, by the name of their key. */
const secret =
  /e-?mail|address|token|password|secret|salt|hash|cookie|authorization|api-?key|sql|query|params|headers|^to$|^from$|signature/i;
const deepest = 4;
const longest = 4_000;

/** One JSON object without a line break: time, level, area, message, the error, ids; nothing in it is secret. */
export function logLine({ level, area, msg, err, ...ids }: Entry, at = new Date()): string {
  return JSON.stringify({
    time: at.toISOString(),
    level,
    area,
    msg: withoutSecrets(msg).slice(0, longest),
    ...(err === undefined ? {} : { err: isDescribed(err) ? err : describeError(err) }),
    ...withoutSecretValues(ids, 0),
  });
}

/** What another process has described already. */
const isDescribed = (err: unknown): boolean =>
  typeof err === 'object' && !(err instanceof Error) && err !== null && 'stack' in err;

function withoutSecretValues(values: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      withoutSecrets(key),
      secret.test(key) && value !== null && value !== undefined ? '…' : safe(value, depth + 1),
    ]),
  );
}

function safe(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return withoutSecrets(value).slice(0, longest);
    case 'bigint':
    case 'symbol':
    case 'function':
      return String(value).slice(0, 100);
    case 'object':
      break;
    default:
      return value;
  }
  if (value === null) return null;
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (depth > deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, 100).map((each) => safe(each, depth + 1));
  // An id of MongoDB tells itself as text.
  if ('toHexString' in value) return String(value);
  return withoutSecretValues(value, depth);
}
