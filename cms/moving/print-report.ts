import type { MovedIn } from './move-in.ts';
import { counted, warnings } from './load/report.ts';
import type { Plan } from './plan.ts';
import { text } from './text.ts';

/** So many places of a kind are named; the rest are counted. */
const named = 10;

/** A run as lines for a terminal: what was found, what becomes what, how many, and where a person is wanted. */
export function printReport(
  { archives, report }: MovedIn,
  { isDryRun, isWhole = false }: { isDryRun: boolean; isWhole?: boolean },
): string[] {
  const lines: string[] = [];
  for (const { system, name, origin, posts, plan } of archives) {
    lines.push(
      '',
      text.found(text.systems[system], name, origin, posts),
      ...(plan === undefined ? [] : printPlan(plan)),
    );
  }
  lines.push('', isDryRun ? text.wouldBe : text.was);
  for (const what of counted) {
    const count = report.counts[what] ?? 0;
    if (count > 0) lines.push(`  ${String(count).padStart(6)}  ${text.counts[what]}`);
  }
  for (const kind of warnings) {
    const places = report.warnings[kind] ?? [];
    if (places.length === 0) continue;
    lines.push(
      '',
      `${text.warnings[kind]} (${places.length}):`,
      ...places.slice(0, isWhole ? undefined : named).map((place) => `  · ${place}`),
    );
    if (places.length > named && !isWhole) lines.push(`  ${text.andMore(places.length - named)}`);
  }
  return lines;
}

function printPlan(plan: Plan): string[] {
  const lines = Object.entries(plan.categories).map(
    ([name, target]) => `  ${name.padEnd(28)} → ${text.target(target)}`,
  );
  if (plan.series !== '') lines.push(`  ${'#1 | STED …'.padEnd(28)} → ${text.series(plan.series)}`);
  for (const [name, here] of Object.entries(plan.authors))
    if (here !== name) lines.push(`  ${name.padEnd(28)} → ${here === '' ? text.noByline : here}`);
  return lines;
}
