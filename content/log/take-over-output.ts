import { formatWithOptions, stripVTControlCharacters } from 'node:util';
import { logLine, type Entry, type Level } from './log-line.ts';

const levels = {
  debug: 'debug',
  trace: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
} as const satisfies Record<string, Level>;

/**
 * From here on whatever this process prints is lines of the log: what is said to the console, Node's warnings, what
 * nobody caught, and what libraries write past all of it.
 */
export function takeOverOutput(area: string): void {
  const write = process.stdout.write.bind(process.stdout);
  const say = (entry: Omit<Entry, 'area'> & { level: Level; msg: string }) => {
    write(`${logLine({ area, ...entry })}\n`);
  };
  for (const [method, level] of Object.entries(levels)) {
    Object.assign(console, { [method]: (...given: unknown[]) => sayGiven(say, level, given) });
  }
  for (const [stream, level] of [
    [process.stdout, 'info'],
    [process.stderr, 'error'],
  ] as const) {
    stream.write = takeLines((line) =>
      isLogLine(line) ? write(`${line}\n`) : say({ level, msg: line }),
    );
  }
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning')
      say({ level: 'warn', msg: 'a warning', err: warning });
  });
  process.on('uncaughtException', (err, origin) => {
    // Who has a listener of its own goes on, and has told it.
    if (process.listenerCount('uncaughtException') > 1) return;
    say({ level: 'fatal', msg: `${origin}: the process ends`, err });
    process.exit(1);
  });
}

type Told = Omit<Entry, 'area'> & { level: Level; msg: string };

function sayGiven(say: (entry: Told) => void, level: Level, given: unknown[]): void {
  const err = given.find((each) => each instanceof Error);
  const words = formatWithOptions({ colors: false }, ...given.filter((each) => each !== err));
  const msg = stripVTControlCharacters(words).trim();
  if (err !== undefined) say({ level, msg: msg === '' || msg === '⨯' ? err.message : msg, err });
  else if (msg !== '') say({ level, msg });
}

/** A `write` that takes whole lines; the rest of one waits for its end. */
function takeLines(take: (line: string) => void): typeof process.stdout.write {
  let open = '';
  return (
    chunk: Uint8Array | string,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ) => {
    const lines = (
      open + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    ).split('\n');
    open = lines.pop() ?? '';
    for (const line of lines) {
      const plain = stripVTControlCharacters(line).trim();
      if (plain !== '') take(plain);
    }
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
}

const isLogLine = (line: string) => /^\{"time":"[^"]+","level":"\w+","area":"/.test(line);
