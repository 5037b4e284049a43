import { z } from 'zod';
import { block } from './blocks/blocks.ts';

export const articleKinds = ['news', 'interview', 'post'] as const;
const markings = ['editorial', 'sponsored', 'advert'] as const;

/** A published article as the CMS hands it to the site. Every reference is an id; times are ISO 8601 UTC. */
export const articleSchema = z.strictObject({
  id: z.string(),
  /** Changes with every release of this article; the page carries it as `<meta name="revision">`. */
  revision: z.string(),
  slug: z.string(),
  title: z.string(),
  kind: z.enum(articleKinds),
  lead: z.string(),
  /** Media id. */
  hero: z.string().nullable(),
  body: z.array(block),
  authors: z.array(z.string()),
  category: z.string().nullable(),
  tags: z.array(z.string()),
  series: z.string().nullable(),
  seriesNumber: z.number().int().nullable(),
  place: z.string().nullable(),
  interviewees: z.array(
    z.strictObject({
      name: z.string(),
      role: z.string(),
      organisation: z.string().nullable(),
      /** Media id. */
      portrait: z.string().optional(),
    }),
  ),
  /** Organisations mentioned: those with an interest bring their disclosure onto the page. */
  organisations: z.array(z.string()),
  /** Articles an editor picked to be read after it, in her order. */
  related: z.array(z.string()).default([]),
  marking: z.enum(markings),
  sponsor: z.string().nullable(),
  corrections: z.array(z.strictObject({ at: z.iso.datetime(), text: z.string() })),
  publishedAt: z.iso.datetime(),
  /** Time of the last release; equals `publishedAt` until the article is published again. */
  modifiedAt: z.iso.datetime(),
});

export type Article = z.infer<typeof articleSchema>;
export type ArticleKind = Article['kind'];
