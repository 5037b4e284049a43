import type { Measured } from '../../content/wire/print-metrics.ts';
/** As `SyncLoop.status` has it. */
interface Status {
  state: string;
  pages: number;
  articles: number;
  pending: number;
  failed: Readonly<Record<string, unknown>>;
  /** ISO 8601 UTC. */
  failingSince: string | null;
  searchPending: boolean;
  /** Of `SITE_TARGET`; undefined without one. */
  target: { pending: number; failingSince: string | null } | undefined;
}

/** What the publisher tells of itself, in numbers. */
export function readMetrics(status: Status): Measured[] {
  const { state, pages, articles, pending, failed, failingSince, searchPending, target } = status;
  const one = (name: string, help: string, value: number): Measured => ({
    ...{ name: `publisher_${name}`, help, values: [{ value }] },
  });
  const secondsSince = (time: string | null) =>
    time === null ? 0 : (Date.now() - Date.parse(time)) / 1000;
  return [
    one(
      'starting',
      'Whether it has not yet rendered everything once',
      state === 'starting' ? 1 : 0,
    ),
    one('pages', 'Pages it keeps', pages),
    one('articles', 'Articles that are out', articles),
    one('pictures_pending', 'Pictures it has not got or drawn yet', pending),
    one('pages_failed', 'Pages that could not be rendered', Object.keys(failed).length),
    one(
      'failing_seconds',
      'For how long it has not heard from the CMS, or could not work',
      secondsSince(failingSince),
    ),
    one('search_pending', 'Whether the search lags behind', searchPending ? 1 : 0),
    ...(target === undefined
      ? []
      : [
          one('target_pending', 'Files that are not in SITE_TARGET yet', target.pending),
          one(
            'target_failing_seconds',
            'For how long SITE_TARGET could not be written',
            secondsSince(target.failingSince),
          ),
        ]),
  ];
}
