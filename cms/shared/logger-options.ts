import type { LoggerOptions } from 'pino';
import { withoutAddresses } from './without-addresses.ts';

/** One JSON object a line, without addresses, whoever logs what. */
export const loggerOptions = {
  level: 'warn',
  hooks: { streamWrite: withoutAddresses },
} satisfies LoggerOptions;
