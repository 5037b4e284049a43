import { quoteWords } from './quote-words.ts';
import type { Card } from './store/questions.ts';
import { typeset } from './typography.ts';

const longest = 130;

/**
 * The words an interview is announced with: its pull quote, or a headline that is direct speech.
 * `isSpeech` false means that it is a plain headline and takes no quotation marks. Typeset.
 */
export function speakingLine({ pullQuote, title }: Pick<Card, 'pullQuote' | 'title'>) {
  const quote = quoteWords(pullQuote ?? '');
  if (quote !== '' && quote.length <= longest) return { words: quote, isSpeech: true };
  if (/^[–-]\s*\S/.test(title)) return { words: quoteWords(title), isSpeech: true };
  return { words: typeset(title), isSpeech: false };
}
