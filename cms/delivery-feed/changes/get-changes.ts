import type { PayloadHandler } from 'payload';
import { z } from 'zod';
import { documentTypeNames } from '../../../content/model/documents.ts';
import { json, readJson, unauthorized } from '../../shared/http.ts';
import { isPublisher } from '../../shared/is-publisher.ts';
import { noteSite } from '../known-sites.ts';
import { findChanges } from './find-changes.ts';

const questionSchema = z.object({
  cursor: z.string().nullable(),
  limit: z.number().int().min(1).max(1000).default(200),
  types: z.array(z.enum(documentTypeNames)).optional(),
  /** Where whoever asks is reached. */
  from: z.url({ protocol: /^https?$/ }).optional(),
});

/** `POST /publish/changes`: what changed since the cursor, as `content/model` describes it. */
export const getChanges: PayloadHandler = async (req) => {
  if (!isPublisher(req.headers)) return unauthorized();
  const question = questionSchema.safeParse(await readJson(req));
  if (!question.success) return json({ error: z.prettifyError(question.error) }, 400);
  const { from, ...asked } = question.data;
  if (from !== undefined) await noteSite(req.payload, new URL(from).origin);
  return json(await findChanges(req.payload, asked));
};
