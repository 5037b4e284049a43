import { quoteWords } from './quote-words.ts';
import type { Card } from '../store.ts';
import { typeset } from '../../../content/model/typography.ts';

const longest = 130;

interface SpeakingLine {
  /** Typeset. */
  words: string;
  /** Takes quotation marks. */
  isSpeech: boolean;
  /** The words are the headline itself, which then need not stand beside them. */
  isHeadline: boolean;
}

/** The words an interview is announced with: its pull quote, or else its headline. */
export function speakingLine({
  pullQuote,
  title,
}: Pick<Card, 'pullQuote' | 'title'>): SpeakingLine {
  const quote = quoteWords(pullQuote ?? '');
  if (quote !== '' && quote.length <= longest)
    return { words: quote, isSpeech: true, isHeadline: quote === quoteWords(title) };
  const isSpeech = /^[–-]\s*\S/.test(title);
  return { words: isSpeech ? quoteWords(title) : typeset(title), isSpeech, isHeadline: true };
}
