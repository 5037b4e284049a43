import { listOrigins } from '../../content/settings/environment.ts';
import { readEnvironment } from '../environment.ts';
import { knownSites } from './known-sites.ts';
import { fetchPage } from './verify-live.ts';

interface Site {
  siteUrl: string;
  /** One of those that answer for it; else the front door is asked. */
  origin?: string;
}

/**
 * What holds at the front door and at everything behind it that readers are sent to: each machine with the site, and each
 * of `SITE_ORIGINS`. The first answer that is not `ok`, if there is one. What a proxy's health check leaves out is left out here, too.
 */
export async function verifyEverywhere<Answer extends { ok: boolean }>(
  verify: (site: Site) => Promise<Answer>,
): Promise<Answer> {
  const { siteUrl, siteOrigins: others } = readEnvironment();
  const front = await verify({ siteUrl });
  if (!front.ok) return front;
  const machines = knownSites();
  const behind = [
    // One machine is the front door itself, or stands right behind it.
    ...(machines.length === 1 ? [] : machines),
    ...listOrigins(others),
  ];
  const answers = await Promise.all(
    behind.map(async (origin) => {
      const answer = await verify({ siteUrl, origin });
      return answer.ok || !(await isInService(origin)) ? undefined : answer;
    }),
  );
  return answers.find((answer) => answer !== undefined) ?? front;
}

/** Whether a proxy sends readers there: it asks a machine of ours the same, and of a bucket for the front page. */
async function isInService(origin: string): Promise<boolean> {
  const ready = await fetchPage(`${origin}/readyz`);
  if (ready === undefined || ready.status === 503) return false;
  return ready.status === 200 || (await fetchPage(`${origin}/`))?.status === 200;
}
