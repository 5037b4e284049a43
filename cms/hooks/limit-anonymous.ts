import type { CollectionBeforeOperationHook } from 'payload';

const largestPage = 100;
const deepest = 2;

/** Readers of the REST API get pages of at most 100 documents, populated at most two levels deep. */
export const limitAnonymous: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'read' || req.user || req.payloadAPI !== 'REST') return args;
  const { limit, depth } = args;
  return {
    ...args,
    pagination: true,
    limit: typeof limit === 'number' && limit > 0 ? Math.min(limit, largestPage) : 10,
    depth: typeof depth === 'number' ? Math.min(Math.max(depth, 0), deepest) : 1,
  };
};
