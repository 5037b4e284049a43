import type { Payload } from 'payload';
import { z } from 'zod';

/** Limits that neither an office nor a campaign meets. */
export const settingsDefaults = {
  mostConfirmationsPerHour: 500,
  mostConfirmationsPerNetwork: 30,
} as const;

const count = z.number().int().positive().nullish();
const settings = z.object({
  mostPerDay: count.transform((most) => most ?? null),
  mostConfirmationsPerHour: count.transform(
    (most) => most ?? settingsDefaults.mostConfirmationsPerHour,
  ),
  mostConfirmationsPerNetwork: count.transform(
    (most) => most ?? settingsDefaults.mostConfirmationsPerNetwork,
  ),
});
export type Settings = z.infer<typeof settings>;

/** What administrators have set, with the defaults where they have not. `mostPerDay` is null without a cap. */
export const readSettings = async (payload: Payload): Promise<Settings> =>
  settings.parse(await payload.findGlobal({ slug: 'newsletter-settings', depth: 0 }));
