/** What an editor notes of the words that are typed next: no text is another for it. */
export const isOfTypingNext = (name: string): boolean =>
  name === 'textFormat' || name === 'textStyle';
