import type { Payload } from 'payload';
import { ZodError } from 'zod';
import type { DocumentType } from '../../../content/model/documents.ts';
import { readReference, readTime, type PayloadDocument } from '../../mapping/read-document.ts';
import { toExpectedRelease } from '../receipts/expected-release.ts';
import { withReceipt } from '../receipts/store-receipt.ts';
import { text } from '../text.ts';
import { UnpublishableError } from '../../mapping/unpublishable-error.ts';

interface Report {
  type: DocumentType;
  document: PayloadDocument;
  error: unknown;
}

const reported = new Set<string>();
const rememberAtMost = 10_000;

/**
 * A published document the site cannot show: logged once for each version of it, and, for an article, told to
 * the editor on its receipt. The site keeps showing what it had.
 */
export async function reportUnpublishable(
  payload: Payload,
  { type, document, error }: Report,
): Promise<void> {
  const id = readReference(document);
  const key = `${type} ${id ?? ''} ${readTime(document['updatedAt']) ?? ''}`;
  if (reported.has(key)) return;
  if (reported.size >= rememberAtMost) reported.clear();
  reported.add(key);
  payload.logger.error(
    { area: 'publish', err: error, type, id },
    'a published document cannot be shown on the site',
  );
  const expected = type === 'article' ? toExpectedRelease(document) : null;
  if (expected === null) return;
  const problem = text.problems.unpublishable(whatIsWrong(error));
  await withReceipt(payload, expected.id, (_known, add) => add({ expected, problem }));
}

/** The part of the document that could not be mapped, for a person. */
export function whatIsWrong(error: unknown): string {
  if (error instanceof UnpublishableError) return error.what;
  if (error instanceof ZodError) return error.issues[0]?.path.join('.') ?? '';
  return error instanceof Error ? error.message : String(error);
}
