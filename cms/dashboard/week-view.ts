import { z } from 'zod';

const item = z.object({
  /** Of the article. */
  id: z.string(),
  title: z.string(),
  /** Names, joined. */
  who: z.string(),
  /** Out already; planned to go out or off; or being written, on the day it is due. */
  kind: z.enum(['out', 'publish', 'unpublish', 'draft']),
  /** Of a plan. */
  plan: z.string().nullable(),
  /** `10:30`, Norwegian time; empty without one. */
  clock: z.string(),
  /** Where it is in the work, in words; empty for what is out or planned. */
  stage: z.string(),
  /** Due before today, and not out. */
  isLate: z.boolean(),
  /** Whether whoever looks may give it another day. */
  isMovable: z.boolean(),
});
export type WeekItem = z.infer<typeof item>;

/** A week of the newsroom, Monday first; days are `YYYY-MM-DD`, Norwegian time. */
export const weekView = z.object({
  today: z.string(),
  days: z.array(z.object({ day: z.string(), items: z.array(item) })),
  /** What is being written and has no day. */
  undated: z.array(item),
});
export type WeekView = z.infer<typeof weekView>;
