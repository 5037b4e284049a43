import type { ShapedBlock } from './shape-text.ts';
import { wordsOf } from './words-of.ts';

/** What a text says of who owns the publication it stands in. */
export interface Ownership {
  name: string;
  sentence: string;
}

const owns = /^(\p{Lu}[^.!?:]{1,80}?) eier (\S[^.!?:]{1,80}?)\.?$/u;

/**
 * «Fonn AS eier Køposten» as the last line of a text of Køposten's is a disclosure: it is said wherever Fonn AS is
 * written about, and not by hand. Who owns others is what the text tells.
 */
export function takeOwnership(
  blocks: ShapedBlock[],
  publications: readonly string[],
): { ownership: Ownership | null; rest: ShapedBlock[] } {
  const last = blocks.at(-1);
  const words = last?.type === 'paragraph' ? wordsOf(last.runs).trim() : '';
  const [, name, owned] = owns.exec(words) ?? [];
  const isOurs = publications.some(
    (each) => plain(each) !== '' && plain(each) === plain(owned ?? ''),
  );
  if (name === undefined || !isOurs) return { ownership: null, rest: blocks };
  const sentence = words.endsWith('.') ? words : `${words}.`;
  return { ownership: { name, sentence }, rest: blocks.slice(0, -1) };
}

const plain = (name: string): string => name.trim().toLowerCase();
