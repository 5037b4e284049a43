import { z } from 'zod';

/** Articles that may be read after one. */
export const proposalsSchema = z.object({
  proposals: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type Proposals = z.infer<typeof proposalsSchema>;
