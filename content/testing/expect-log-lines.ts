import { expect } from 'vitest';

export interface LogLine {
  time: string;
  level: string;
  area: string;
  msg: string;
  err?: { type: string; message: string; stack: string };
}

/** What no line of a log may hold. */
const forbidden = [
  /[^/\s]@(?!payloadcms)|%40|leser\.example|nordmann/i,
  /insert into|update \S+ set|delete from|select [\s\S]* from|returning "/i,
  /\b[0-9a-f]{32,}\b/i,
  /eyJ[\w-]{10}/,
  /token=[^…]/,
];

/** The lines of an output, each one JSON object with what every line has and with nothing that names a person. */
export function expectLogLines(output: string): LogLine[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      for (const what of forbidden) expect(line).not.toMatch(what);
      const told: LogLine = JSON.parse(line);
      expect(Object.keys(told).slice(0, 4)).toEqual(['time', 'level', 'area', 'msg']);
      expect(new Date(told.time).toISOString()).toBe(told.time);
      expect(['debug', 'info', 'warn', 'error', 'fatal']).toContain(told.level);
      if (told.err && told.err.type !== 'string') expect(told.err.stack).toMatch(/\n {4}at /);
      return told;
    });
}
