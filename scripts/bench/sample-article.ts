/**
 * Text for measurements: the same for the same seed, of Norwegian words, a few of them often and most of them rarely,
 * so that it weighs in an index what an article weighs. It means nothing.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

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

/** A word by Zipf's law: a handful makes half of every text, and the tail is open. */
function word(random: () => number): string {
  const words = vocabulary();
  const rank = Math.floor(Math.exp(random() ** 2 * Math.log(words.length)));
  return words[rank - 1] ?? '';
}

let known: string[] | undefined;

/** The words of `dictionary-nb`, the shorter the earlier, as in a language. */
function vocabulary(): string[] {
  if (known !== undefined) return known;
  const file = createRequire(import.meta.url)
    .resolve('dictionary-nb')
    .replace(/[^/\\]*$/, 'index.dic');
  const words = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/.*$/, ''))
    .filter((each) => /^[a-zæøå]{2,}$/.test(each));
  const random = randomFrom(1);
  known = words
    .map((each) => ({ each, order: each.length + 5 * random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ each }) => each);
  return known;
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
