import { z } from 'zod';

/** What the panel of an account shows of its second factor. */
export const secondFactorView = z.object({
  isOwn: z.boolean(),
  since: z.string().nullable(),
  recoveryLeft: z.number(),
  isRequired: z.boolean(),
});
export type SecondFactorView = z.infer<typeof secondFactorView>;
