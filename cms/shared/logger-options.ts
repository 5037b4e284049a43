import type { LoggerOptions } from 'pino';
import { describeError } from '../../content/log/describe-error.ts';
import { logLine, type Level } from '../../content/log/log-line.ts';

const levels: Record<number, Level> = {
  10: 'debug',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
};

/** Payload's logger, as every other process of the house writes: one JSON object a line, and nothing secret in it. */
export const loggerOptions = {
  level: 'warn',
  base: null,
  serializers: { err: describeError },
  hooks: { streamWrite: (line) => `${rewrite(line)}\n` },
} satisfies LoggerOptions;

function rewrite(line: string): string {
  const { level, time, ...told } = JSON.parse(line);
  delete told.name; // Payload's own, the same on every line
  const entry = { area: 'cms', msg: '', ...told, level: levels[level] ?? 'fatal' };
  return logLine(entry, new Date(typeof time === 'number' ? time : Date.now()));
}
