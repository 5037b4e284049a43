import type { Payload } from 'payload';
import { runExclusive } from '../../shared/run-exclusive.ts';
import { addFinding, type Finding, type Receipt } from './release-receipt.ts';
import { readRows, readText, readTime, type PayloadDocument } from '../../mapping/read-document.ts';

/**
 * Work on one article's receipt, one at a time for each article: `task` gets what is known and a way to add
 * what it finds out. A new release begins a new receipt.
 */
export function withReceipt<T>(
  payload: Payload,
  article: string,
  task: (known: Receipt | undefined, add: (finding: Finding) => Promise<Receipt>) => Promise<T>,
): Promise<T> {
  return runExclusive(article, async () => {
    const known = (await findReceipts(payload, [article])).get(article);
    return task(known, async (finding) => {
      const receipt = addFinding(known, finding);
      const data = { ...receipt, checkedAt: new Date().toISOString() };
      const row = { collection: 'receipts', data, returning: false } as const;
      if (known === undefined) await payload.db.create(row);
      else await payload.db.updateOne({ ...row, where: { article: { equals: article } } });
      return receipt;
    });
  });
}

/** Receipts by article id. */
export async function findReceipts(
  payload: Payload,
  articleIds: readonly string[],
): Promise<Map<string, Receipt>> {
  if (articleIds.length === 0) return new Map();
  const { docs } = await payload.db.find({
    collection: 'receipts',
    where: { article: { in: [...articleIds] } },
    limit: articleIds.length,
    pagination: false,
  });
  return new Map(
    readRows(docs)
      .map(toReceipt)
      .map((receipt) => [receipt.article, receipt]),
  );
}

function toReceipt(row: PayloadDocument): Receipt {
  return {
    article: readText(row['article']),
    revision: readText(row['revision']),
    savedAt: readTime(row['savedAt']),
    pulledAt: readTime(row['pulledAt']),
    renderedAt: readTime(row['renderedAt']),
    verifiedAt: readTime(row['verifiedAt']),
    listsAt: readTime(row['listsAt']),
    feedsAt: readTime(row['feedsAt']),
    searchAt: readTime(row['searchAt']),
    problem: readText(row['problem']),
  };
}
