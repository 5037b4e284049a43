/** Stands in the index between what an article says and what else it is found by; never on a page. */
export const searchMark = '\u2042';

/** Before a small word in the index, so that no stemmer takes it for an ending of another. A letter of no language in use. */
const cover = '\ua7f7';

/** Small words in every text whose stem is also another word's: «var» is not «vare», «bare» is not «bar». */
const small = 'var|bare|verken|helt';
const smallWord = new RegExp(`(?<![\\p{L}\\p{N}])(${small})(?![\\p{L}\\p{N}])`, 'giu');

/** For the index and for what is asked of it. */
export const coverSmallWords = (text: string) => text.replace(smallWord, `${cover}$1`);

/** For people. */
export const uncoverSmallWords = (text: string) => text.replaceAll(cover, '');
