import type { CollectionBeforeOperationHook } from 'payload';

const largestPage = 100;
const usualPage = 10;
const deepest = 2;

/**
 * Readers of the REST API get pages of at most 100 documents, populated at most two levels deep.
 * Payload's own look-ups for populating (`disableErrors`) are bounded by the document they serve.
 */
export const limitAnonymous: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'read' && operation !== 'readDistinct') return args;
  if (req.user || req.payloadAPI !== 'REST') return args;
  const asked: { limit?: unknown; depth?: unknown; disableErrors?: boolean } = args;
  if (asked.disableErrors === true) return args;
  return {
    ...args,
    pagination: true,
    limit:
      typeof asked.limit === 'number' && asked.limit > 0
        ? Math.min(asked.limit, largestPage)
        : usualPage,
    depth: typeof asked.depth === 'number' ? Math.min(Math.max(asked.depth, 0), deepest) : 1,
  };
};
