import type { Where } from 'payload';

/** Deliveries whose article still waits for the digest of this mark, among those written until then. */
export const waitingForDigest = ({ mark, until }: { mark: string; until: string }): Where[] => [
  { digest: { equals: mark } },
  { createdAt: { less_than_equal: until } },
];
