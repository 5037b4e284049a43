import type { Card } from './store/questions.ts';

const longest = 130;

/**
 * The words an interview is announced with: its pull quote, or a headline that is direct speech.
 * `isSpeech` false means that it is a plain headline and takes no quotation marks.
 */
export function speakingLine({ pullQuote, title }: Pick<Card, 'pullQuote' | 'title'>) {
  const quote = pullQuote?.trim().replace(/^[«"–-]\s*|[»"]$/g, '') ?? '';
  if (quote !== '' && quote.length <= longest) return { words: quote, isSpeech: true };
  const speech = /^[–-]\s*(?<words>\S.*)$/s.exec(title)?.groups?.['words'];
  if (speech !== undefined && !/[«»"]/.test(speech)) return { words: speech, isSpeech: true };
  return { words: title, isSpeech: false };
}
