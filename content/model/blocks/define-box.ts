import type { z } from 'zod';
import type { TextBlock } from './rich-text.ts';

/**
 * A block that an editor puts between the paragraphs: its shape, and what is in it, whoever asks. One file each in
 * this folder; `npm run generate` writes the list of them.
 */
export interface Box<Schema extends z.ZodObject> {
  schema: Schema;
  /** One as an editor might write it, for tests of whoever shows boxes. */
  sample: z.infer<Schema>;
  /** Its words, for search, reading time and descriptions; empty when they stand in the text anyway. */
  plainText: (box: z.infer<Schema>) => string;
  /** The running text inside it. */
  texts?: (box: z.infer<Schema>) => TextBlock[];
  /** The same box around other running text. */
  withTexts?: (box: z.infer<Schema>, texts: TextBlock[]) => z.infer<Schema>;
  /** It has a heading of level 2, below which the headings of its texts stand. */
  isSection?: boolean;
  /** Ids of the pictures it shows. */
  media?: (box: z.infer<Schema>) => string[];
  /** Ids of the films, sounds and documents it offers. */
  files?: (box: z.infer<Schema>) => string[];
  /** Ids of the articles it leads to, beside the links of its texts. */
  articles?: (box: z.infer<Schema>) => string[];
  /** Ids of the organisations it is about. */
  organisations?: (box: z.infer<Schema>) => string[];
}

export const defineBox = <Schema extends z.ZodObject>(box: Box<Schema>): Box<Schema> => box;
