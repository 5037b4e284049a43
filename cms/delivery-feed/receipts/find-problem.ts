import type { Payload } from 'payload';
import type { ExpectedRelease } from './expected-release.ts';
import { readRows } from '../../mapping/read-document.ts';
import { removedRevision } from '../../../content/wire/receipt.ts';
import { whatIsWrong } from '../changes/report-unpublishable.ts';
import { text } from '../text.ts';
import { toArticle } from '../../mapping/to-article.ts';
import type { Removal, Verification } from '../verify-live.ts';

interface Failure {
  expected: ExpectedRelease;
  verification: Exclude<Verification | Removal, { ok: true }>;
  isPublisherSilent: boolean;
}

/** Why a release is not on the site, as a sentence that says what to do. The deepest cause wins. */
export async function findProblem(
  payload: Payload,
  { expected, verification, isPublisherSilent }: Failure,
): Promise<string> {
  const flaw = expected.revision === removedRevision ? null : await findFlaw(payload, expected.id);
  if (flaw !== null) return text.problems.unpublishable(flaw);
  if (verification.reason === 'unreachable') return text.problems.unreachable;
  if (isPublisherSilent) return text.problems.publisherSilent;
  switch (verification.reason) {
    case 'missing':
      return text.problems.missing(verification.status);
    case 'wrong-address':
      return text.problems.wrongAddress;
    case 'outdated':
      return text.problems.outdated;
    case 'still-there':
      return text.problems.stillThere;
  }
}

/** What in the article the site cannot show, if anything. */
async function findFlaw(payload: Payload, id: string): Promise<string | null> {
  const { docs } = await payload.db.find({
    collection: 'articles',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
  });
  try {
    readRows(docs).map(toArticle);
    return null;
  } catch (error) {
    return whatIsWrong(error);
  }
}
