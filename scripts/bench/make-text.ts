/** Text for measurements: the same for the same seed, with a vocabulary that grows like that of a newspaper. */

const onsets = [
  'k',
  's',
  'f',
  'b',
  'tr',
  'st',
  'm',
  'l',
  'v',
  'gr',
  'h',
  'n',
  'sk',
  'd',
  'r',
  'p',
  'sv',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'y', 'æ', 'ø', 'å', 'ei'];
const codas = ['', 'n', 'r', 'l', 'nd', 'st', 'k', 'g', 'm', 'rt', 's', 'ng'];
const endings = ['', 'e', 'en', 'er', 'ene', 'et', 'else', 'het', 'ing'];

export interface SampleArticle {
  title: string;
  lead: string;
  paragraphs: string[];
  publishedAt: string;
}

const wordsPerArticle = 800;
const firstDay = Date.UTC(2012, 0, 1);

/** Article number `index` of a publication with about two articles a day. */
export function sampleArticle(index: number): SampleArticle {
  const random = randomFrom(index + 1);
  const words = (count: number) => Array.from({ length: count }, () => word(random)).join(' ');
  const sentence = () => `${capital(words(8 + Math.floor(random() * 10)))}.`;
  const paragraphs: string[] = [];
  let count = 0;
  while (count < wordsPerArticle) {
    const paragraph = Array.from({ length: 4 }, sentence).join(' ');
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return {
    title: `${capital(words(6))} ${index}`,
    lead: sentence(),
    paragraphs,
    publishedAt: new Date(firstDay + index * 11 * 3_600_000).toISOString(),
  };
}

/** A word by Zipf's law: rank r comes about 1/r of the time; the tail is open. */
function word(random: () => number): string {
  const rank = Math.floor(Math.exp(random() * Math.log(200_000)));
  const inner = randomFrom(rank * 7919);
  const pick = (from: readonly string[]) => from[Math.floor(inner() * from.length)] ?? '';
  const syllables = rank < 60 ? 1 : rank < 5_000 ? 2 : 3;
  let text = '';
  for (let syllable = 0; syllable < syllables; syllable++) {
    text += pick(onsets) + pick(vowels) + pick(codas);
  }
  return text + (rank < 60 ? '' : pick(endings));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Mulberry32: small, fast, the same everywhere. Numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
