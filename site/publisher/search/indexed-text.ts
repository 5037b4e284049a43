import { stemmer } from '@orama/stemmers/norwegian';
import type { Article } from '../../../content/model/article.ts';
import { joiningSigns } from '../../../content/model/invisible-signs.ts';
import { tidyText } from '../../../content/model/tidy-text.ts';
import { blocksToPlainText } from '../../../content/model/blocks/plain-text.ts';
import { coverSmallWords } from '../../src/search/small-words.ts';
import { paragraphMark } from '../../src/search/search-words.ts';
import { signedWords, spelled, wordsInOrder } from '../../src/search/words-in-text.ts';
import { typeset } from '../../../content/model/typography.ts';
import { relatedWords } from '../norwegian/related-words.ts';
import { norwegianWords } from '../norwegian/word-list.ts';

/** A text for the index: its words in their order, small ones covered. */
export const forIndex = (text: string) => coverSmallWords(wordsInOrder(text).join(' '));

/** What is read, from which an excerpt is taken. */
export function readText(article: Article): string {
  const paragraphs = [
    article.lead,
    ...article.interviewees.map(({ name, role }) => [name, role].filter(Boolean).join(', ')),
    blocksToPlainText(article.body),
  ];
  return tidyText(paragraphs.join('\n\n'))
    .replace(joiningSigns, '')
    .split(/\n+/)
    .map((each) => typeset(each))
    .join(` ${paragraphMark} `);
}

/** What else an article is found by: its title, names, and other forms and spellings of all of its words. */
export function alsoFoundBy(title: string, names: string[], read: string): string {
  const all = [title, ...names, read].join('\n');
  const others = [...signedWords(all), ...relatedTo(all)];
  return [forIndex([title, ...names].join('\n')), coverSmallWords(others.join(' '))].join(' ');
}

/**
 * Parts of compounds, other forms and other spellings of the words of a text. Of those that Pagefind's stemmer takes for
 * the same word, one; it is the same stemmer (Snowball's).
 */
export function relatedTo(words: string): string[] {
  const each = new Set(spelled(words).match(/[\p{L}\p{N}]+(?:[-–'’][\p{L}\p{N}]+)*/gu));
  const stems = new Set([...each].map(stemmer));
  const related: string[] = [];
  for (const word of each) {
    for (const other of relatedOnce(word)) {
      const stem = stemmer(other);
      if (stems.has(stem)) continue;
      stems.add(stem);
      related.push(other);
    }
  }
  return related;
}

/** The words of all texts are far fewer than the texts' words: so many are remembered, in some 150 bytes each. */
const mostRemembered = 120_000;
const remembered = new Map<string, string>();

function relatedOnce(word: string): string[] {
  const known = remembered.get(word);
  if (known !== undefined) return known === '' ? [] : known.split(' ');
  const related = relatedWords(word, norwegianWords());
  // Copies: V8 keeps the whole text of which a string is a part for as long as it keeps the part.
  if (remembered.size < mostRemembered) remembered.set(copyOf(word), copyOf(related.join(' ')));
  return related;
}

const copyOf = (words: string) => Buffer.from(words).toString();
