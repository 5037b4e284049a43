import { jointsOf } from './related-words.ts';
import { norwegianWords } from './word-list.ts';

const known = new Map<string, readonly number[]>();
const most = 50_000;

/** Where a word of the publication's language may be broken; the same words come again and again. */
export const joints = (word: string): readonly number[] => {
  const found = known.get(word) ?? jointsOf(word, norwegianWords());
  if (known.size >= most) known.clear();
  known.set(word, found);
  return found;
};
