import { makeEpoch, type Epoch } from '../../../content/wire/epoch.ts';

/** How many rows each table or collection has. */
export type Rows = Record<string, number>;

/** What a restore knows of the copy and of itself. */
export interface Staging {
  /** The dump. */
  folder: string;
  /** Tells one restore, and what is kept of it, from another. */
  stamp: string;
  /** The epoch that begins with the copy. */
  epoch: Epoch;
  /** How many rows the copy says it has; undefined of one from before copies said it. */
  rows: Rows | undefined;
  /** Whose restore it is. */
  dataDir: string;
}

/** What is to be put in the place of the present database; the same in the process that began it and in the one that ends it. */
export interface Swap {
  stamp: string;
  /** The archive, for people. */
  file: string;
  epochId: string;
  dataDir: string;
}

/**
 * How a restore ended: the copy is there and what was there before lies in `kept`, or everything is as it was. `lost`:
 * neither can be made from what is there.
 */
export type Outcome =
  | { is: 'restored'; stamp: string; kept: string | undefined }
  | { is: 'undone' }
  | { is: 'lost'; stamp: string };

/** Of a restore that nobody ever uses. */
export const onTrial = (): Pick<Staging, 'stamp' | 'epoch' | 'rows'> => ({
  stamp: '0',
  epoch: makeEpoch({ departuresSince: new Date(0).toISOString() }),
  rows: undefined,
});
