import { withoutSecrets } from './without-secrets.ts';

export interface DescribedError {
  type: string;
  message: string;
  stack: string;
  code?: string | number;
}

/** Longer chains tell nothing more; a circle has no end. */
const deepest = 5;

/** What a log line tells of an error: no query, parameters or whatever else libraries hang on it. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: withoutSecrets(asText(error)), stack: '' };
  }
  const chain = causesOf(error);
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: chain.map((each) => withoutSecrets(inOneLine(each.message))).join(' ← '),
    // The frames alone: messages are in a stack, too, and may have lines that look like frames.
    stack: chain.map((each) => `${each.name}\n${framesOf(each)}`).join('\nCaused by: '),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
  };
}

function causesOf(error: Error): Error[] {
  const chain = [error];
  for (let { cause } = error; cause instanceof Error && chain.length < deepest; { cause } = cause)
    chain.push(cause);
  return chain;
}

function framesOf({ stack = '', message }: Error): string {
  const start = message === '' ? -1 : stack.indexOf(message);
  return stack
    .slice(start < 0 ? 0 : start + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map(withoutSecrets)
    .join('\n');
}

/** What looks like a frame in a message is a part of it. */
const inOneLine = (message: string) => message.trim().replaceAll(/\s*\n\s*/g, ' ');

function asText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return 'message' in value ? String(value.message) : 'no error, but an object';
}
