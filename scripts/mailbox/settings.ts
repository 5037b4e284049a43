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
  ]),
  /** For `delay`. */
  milliseconds: z.number().int().min(0).default(0),
});
export type Fault = z.infer<typeof faultSchema>;

/** How the service behaves; what the provider leaves undocumented is a switch. */
export const settingsSchema = z.strictObject({
  requestsPerSecond: z.number().int().min(1).default(20),
  dailyQuota: z.number().int().min(0).nullable().default(null),
  monthlyQuota: z.number().int().min(0).nullable().default(null),
  keepsKeysOfFailedRequests: z.boolean().default(false),
  sharesKeysBetweenEndpoints: z.boolean().default(false),
  comparesBodiesAs: z.enum(['bytes', 'json']).default('bytes'),
  webhookMode: z.enum(['normal', 'duplicate', 'reverse', 'wrong-secret']).default('normal'),
  webhookDelay: z.number().int().min(0).default(0),
});
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = settingsSchema.parse({});
