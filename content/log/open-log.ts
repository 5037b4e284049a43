import { logLine, type Entry } from './log-line.ts';

type Say = (entry: Omit<Entry, 'level' | 'area'> & { area?: string; msg: string }) => void;

export interface AreaLog {
  info: Say;
  warn: Say;
  error: Say;
}

/** Writes the lines of one part of the house to standard output. */
export function openLog(area: string): AreaLog {
  const at =
    (level: Entry['level']): Say =>
    (entry) => {
      process.stdout.write(`${logLine({ area, ...entry, level })}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
