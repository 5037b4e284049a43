const counts = new Map<string, number>();

/**
 * A named boundary of the sending protocol. With `KILL_AT=name` (or `name:n` for the n-th time) the
 * process dies here as hard as a power cut; the crash tests prove that nothing is lost or doubled.
 */
export function killPoint(name: string): void {
  const target = process.env.KILL_AT;
  if (target === undefined || target === '') return;
  const [wanted, nth = '1'] = target.split(':');
  if (wanted !== name) return;
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  if (count === Number(nth)) process.kill(process.pid, 'SIGKILL');
}
