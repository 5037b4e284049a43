import { z } from 'zod';

/** How many active subscribers follow a series, and how many of them nothing else. */
export const followersSchema = z.object({ followers: z.number(), onlyThis: z.number() });
export type Followers = z.infer<typeof followersSchema>;
