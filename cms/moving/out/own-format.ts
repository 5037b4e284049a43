/** How an export of ours is known. */
export const ownFormat = {
  file: 'kundefront.json',
  mark: { format: 'kundefront', version: 1 },
} as const;
