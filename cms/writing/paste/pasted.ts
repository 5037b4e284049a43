/** What a clipboard held, in the few words an article knows. */

/** A piece of running text; `href` is an address as it was found, mended. */
interface PastedText {
  text: string;
  bold: boolean;
  italic: boolean;
  href: string | null;
}
export type PastedRun = PastedText | 'break';

export type PastedBlock =
  | { type: 'paragraph' | 'h2' | 'h3' | 'h4' | 'quote'; runs: PastedRun[] }
  /** Lists are flat here: a deeper item belongs to the one before it. The outermost have depth 0. */
  /** `number` is what stands before the item, where it is not simply the next one. */
  | { type: 'item'; depth: number; isOrdered: boolean; number?: number; runs: PastedRun[] }
  | { type: 'rule' }
  /** Cells as plain text, row by row. */
  | { type: 'table'; rows: string[][]; hasHeader: boolean; caption: string };

/** What an article cannot hold, or must be asked about; the pictures by what their page calls them. */
export interface LeftBehind {
  pictures: string[];
  /** Where there is no place for one. */
  tables: number;
  /** Of tables, whose cells are words alone. */
  links: number;
  /** Films, frames, sound. */
  embeds: number;
  /** What reviewers wrote beside the text, and what was struck out in it. */
  comments: number;
  struck: number;
}

export const nothingLeft: LeftBehind = {
  ...{ pictures: [], tables: 0, links: 0, embeds: 0, comments: 0, struck: 0 },
};

/** A picture that came along whole, as an address of its own bytes (`data:`), and what its page calls it. */
export interface Embedded {
  source: string;
  name: string;
}

export interface Pasted {
  blocks: PastedBlock[];
  embedded: Embedded[];
  left: LeftBehind;
}

/** Whether there is nothing to read in it. */
export const isBlank = (runs: readonly PastedRun[]): boolean =>
  runs.every((run) => run === 'break' || run.text.replaceAll('\u00ad', '').trim() === '');
