import type { Payload } from 'payload';

/** Logs an unexpected error where nobody above could; see `withoutPersons`. */
export function reportProblem(payload: Payload, error: unknown): void {
  const safe = withoutPersons(error);
  payload.logger.error({ msg: safe.message, stack: safe.stack });
}

/**
 * The same problem without what could name a person: database errors quote their parameters, and
 * those are addresses. The causes are told in the message, the stack is kept.
 */
export function withoutPersons(error: unknown): Error {
  const safe = new Error(`newsletter: ${describe(error)}`);
  safe.stack = `${safe.message}\n${error instanceof Error ? frames(error) : ''}`;
  return safe;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown problem';
  const message = error.message.split('\nparams:')[0] ?? '';
  const own = `${error.name}: ${withoutAddresses(message)}`;
  return error.cause === undefined ? own : `${own} ← ${describe(error.cause)}`;
}

const withoutAddresses = (text: string) => text.replace(/\S*@\S*/g, '…').slice(0, 500);

/** The stack without its first lines, which repeat the message. */
const frames = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
