import type { PastedBlock } from '../../writing/paste/pasted.ts';
import type { ArchivePicture } from '../archive.ts';

/** The parts of an article that comes from elsewhere: running text, and what stands between. */
export type ArchiveBlock =
  | PastedBlock
  | ({ type: 'picture' } & ArchivePicture)
  | { type: 'gallery'; pictures: ArchivePicture[] }
  | { type: 'pullQuote'; quote: string; attribution: string }
  /** A film, a sound, a frame: the address of what it showed. */
  | { type: 'embed'; address: string };

/** What did not become part of the text, as it is told. */
export interface TextLoss {
  kind: 'struck' | 'comment' | 'embed' | 'form';
  what: string;
}
