/** What a result shows of an article besides its title and text: kept in the index as JSON. */
export interface About {
  title: string;
  /** Where words of the title that are longer than a line on a phone may be broken, as offsets. */
  joints?: Record<string, readonly number[]> | undefined;
  /** «Betalt av …», of what is paid for. */
  payer: string | undefined;
  /** `#48 | BERGEN`; empty for none. */
  mark: string;
  authors: string[];
  /** Pages that it stands on: name and path. */
  pages: [name: string, path: string][];
}
