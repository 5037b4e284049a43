import { expect, it } from 'vitest';
import { speakingLine } from './speaking-line.ts';

it('prefers the pull quote, without marks of its own', () => {
  expect(speakingLine({ pullQuote: '«Vi må lytte.»', title: 'Sjefen lytter' })).toEqual({
    words: 'Vi må lytte.',
    isSpeech: true,
    isHeadline: false,
  });
});

it('takes a headline of direct speech as speech', () => {
  expect(speakingLine({ pullQuote: undefined, title: '– Bli med' })).toEqual({
    words: 'Bli med',
    isSpeech: true,
    isHeadline: true,
  });
});

it('knows a headline that says the same as the pull quote', () => {
  const line = speakingLine({ pullQuote: '«Vi må lytte»', title: '– Vi må lytte' });
  expect(line.isHeadline).toBe(true);
});

it('leaves other headlines, and quotes too long to shout, as headlines', () => {
  expect(speakingLine({ pullQuote: 'ord '.repeat(50), title: 'Sjefen lytter' })).toEqual({
    words: 'Sjefen lytter',
    isSpeech: false,
    isHeadline: true,
  });
});
