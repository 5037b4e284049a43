/** Puts a staged database in the place of the present one; resolves to where that is kept, if there was one. */
export type Swap = () => Promise<string | undefined>;

/** How many rows each table or collection has. */
export type Rows = Record<string, number>;

/** What a restore knows of the copy and of itself. */
export interface Staging {
  /** The dump. */
  folder: string;
  /** Tells what is kept of one restore from that of another. */
  stamp: string;
  /** When the copy was made, ISO 8601 UTC: who left since leaves again. */
  since: string;
}

/** Of a restore that nobody ever uses. */
export const onTrial = { stamp: '0', since: new Date(0).toISOString() };
