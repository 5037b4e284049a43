import { stemmer } from '@orama/stemmers/norwegian';
import type { Article } from '../../../content/model/article.ts';
import { joiningSigns } from '../../../content/model/invisible-signs.ts';
import { tidyText } from '../../../content/model/tidy-text.ts';
import { blocksToPlainText } from '../../../content/model/blocks/plain-text.ts';
import { coverSmallWords, searchMark } from '../../src/search/search-mark.ts';
import { paragraphMark, signedWords } from '../../src/search/search-words.ts';
import { typeset } from '../../../content/model/typography.ts';
import { relatedWords } from '../norwegian/related-words.ts';
import { norwegianWords } from '../norwegian/word-list.ts';

/** What is read, from which an excerpt is taken, and behind the mark what else the article is found by. */
export function indexedText(article: Article, names: string[]): string {
  const paragraphs = [
    article.lead,
    ...article.interviewees.map(({ name, role }) => [name, role].filter(Boolean).join(', ')),
    blocksToPlainText(article.body),
  ];
  const read = tidyText(paragraphs.join('\n\n')).replace(joiningSigns, '');
  const all = [article.title, ...names, read].join('\n');
  const shown = read
    .split(/\n+/)
    .map((each) => typeset(each))
    .join(` ${paragraphMark} `);
  const others = [...signedWords(all), ...relatedTo(all)];
  return coverSmallWords([shown, searchMark, article.title, ...names, ...others].join('\n'));
}

/**
 * Parts of compounds, other forms and other spellings of the words of a text. Of those that Pagefind's stemmer takes for
 * the same word, one; it is the same stemmer (Snowball's).
 */
export function relatedTo(words: string): string[] {
  const each = new Set(words.toLowerCase().match(/[\p{L}\p{N}]+(?:[-–'’][\p{L}\p{N}]+)*/gu));
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
