import { z } from 'zod';

/** One planned disturbance; `request` counts the POSTs to `/emails` and `/emails/batch` from 1. */
export const faultSchema = z.strictObject({
  request: z.number().int().min(1),
  kind: z.enum([
    'delay',
    'reset-before-accept',
    'reset-after-accept',
    '500-before-accept',
    '500-after-accept',
    'truncated-json',
    '429-rate',
    '429-quota',
    '409-concurrent',
    // Refused on the way or by the service, whatever became of an earlier attempt with the same key.
    '400-refused',
    '403-refused',
    '422-refused',
    '451-refused',
  ]),
  /** For `delay`, which may stand beside another kind for the same request. */
  milliseconds: z.number().int().min(0).default(0),
});
export type Fault = z.infer<typeof faultSchema>;

/** How the service behaves; what the provider leaves undocumented is a switch. */
const settingsSchema = z.strictObject({
  requestsPerSecond: z.number().int().min(1).default(20),
  /** Recipients per UTC day and month; null: no limit. */
  dailyQuota: z.number().int().min(0).nullable().default(null),
  monthlyQuota: z.number().int().min(0).nullable().default(null),
  /** Is a refusal (400–428) remembered under its key, and replayed? */
  keepsKeysOfFailedRequests: z.boolean().default(false),
  /** Is a key used for `/emails` taken for `/emails/batch` too? */
  sharesKeysBetweenEndpoints: z.boolean().default(false),
  /** `json`: white space and the order of keys do not matter. */
  comparesBodiesAs: z.enum(['bytes', 'json']).default('bytes'),
  /** Domains that may stand in `from`; null: all. */
  verifiedDomains: z.array(z.string()).nullable().default(null),
  /** The provider refuses example.com and test.com as recipients. */
  refusesExampleDomains: z.boolean().default(false),
  webhookMode: z.enum(['normal', 'duplicate', 'reverse', 'wrong-secret']).default('normal'),
  /** Milliseconds before the first event of a mail. */
  webhookDelay: z.number().int().min(0).default(0),
});
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = settingsSchema.parse({});

/** `settings` with what `changes` names. Throws a ZodError for an unknown name or a wrong value. */
export function changeSettings(settings: Settings, changes: unknown): Settings {
  return settingsSchema.parse({ ...settings, ...z.looseObject({}).parse(changes) });
}
