/** Before a small word in the index, so that no stemmer takes it for an ending of another. A letter of no language in use. */
const cover = '\ua7f7';

/** Small words in every text whose stem is also another word's: «var» is not «vare», «bare» is not «bar». */
const small = 'var|bare|verken|helt';
const smallWord = new RegExp(`(?<![\\p{L}\\p{N}])(${small})(?![\\p{L}\\p{N}])`, 'giu');

/** For the index and for what is asked of it. */
export const coverSmallWords = (text: string) => text.replace(smallWord, `${cover}$1`);
