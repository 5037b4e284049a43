import { logLine } from '../../content/log/log-line.ts';

/**
 * What `npm start` prints for a line of one of its processes: to a file the line itself, and to a person in front of a
 * terminal what it says. What is no line of the log (Node itself has failed) becomes one.
 */
export function showLine(
  { name, area }: { name: string; area: string },
  line: string,
  isForPeople = process.stdout.isTTY,
): string {
  const told = parse(line);
  if (!isForPeople) return told === undefined ? logLine({ level: 'error', area, msg: line }) : line;
  if (told === undefined) return `[${name}] ${line}`;
  const { time, level, area: part, msg, err, ...ids } = told;
  const clock = new Date(String(time)).toLocaleTimeString('nb', { hour12: false });
  const mark = level === 'info' ? '' : ` ${String(level).toUpperCase()}`;
  const details = Object.entries(ids).map(([key, value]) => ` ${key}=${asText(value)}`);
  const origin = part === area ? '' : ` ${String(part)}:`;
  return `${clock} [${name}]${mark}${origin} ${String(msg)}${details.join('')}${asStack(err)}`;
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const told: unknown = JSON.parse(line);
    return typeof told === 'object' && told !== null && 'area' in told ? { ...told } : undefined;
  } catch {
    return undefined; // not ours: the caller makes a line of it
  }
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const asStack = (err: unknown) =>
  typeof err === 'object' && err !== null && 'stack' in err && 'message' in err
    ? `\n  ${String(err.message)}\n  ${String(err.stack).replaceAll('\n', '\n  ')}`
    : '';
