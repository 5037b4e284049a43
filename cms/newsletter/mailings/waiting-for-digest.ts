import type { Where } from 'payload';

/** Deliveries whose article still waits for a digest, among those written until then. */
export const waitingForDigest = (until: string): Where[] => [
  { digest: { equals: 'wanted' } },
  { createdAt: { less_than_equal: until } },
];
