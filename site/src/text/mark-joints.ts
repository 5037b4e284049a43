import { escapeHtml } from '../../../content/model/markup.ts';

/** Where a word may be broken, as offsets into it. */
export type Joints = (word: string) => readonly number[];

/** Shorter words fit where they stand. */
const longWord = /\p{L}{13,}/gu;
/** No line of a headline is shorter than this on a phone. */
const longInHeadline = /\p{L}{19,}/gu;

/** Words of a headline that may be broken, and where. */
export const headlineJoints = (words: string, joints: Joints): Record<string, readonly number[]> =>
  Object.fromEntries(
    (words.match(longInHeadline) ?? []).flatMap((word) => {
      const places = joints(word);
      return places.length === 0 ? [] : [[word, places]];
    }),
  );

/**
 * Text as HTML, with a place to break long compounds at their joints. The soft hyphen is drawn by `base.css` and stands
 * nowhere in the text, so it is not copied, found or read aloud.
 */
export const withJoints = (words: string, joints: Joints | undefined): string =>
  marked(words, joints, longWord);

/** The same for a headline, which breaks only a word that is longer than its line. */
export const headlineHtml = (words: string, joints: Joints | undefined): string =>
  marked(words, joints, longInHeadline);

/** «10–12»: browsers break a line behind a dash, and a range is read as one. */
const range = /\d[\d.,]*–\d[\d.,]*\d|\d[\d.,]*–\d/g;
const text = (words: string) =>
  escapeHtml(words).replace(range, (whole) => `<span class="range">${whole}</span>`);

function marked(words: string, joints: Joints | undefined, long: RegExp): string {
  if (joints === undefined) return escapeHtml(words);
  let html = '';
  let end = 0;
  for (const { index, 0: word } of words.matchAll(long)) {
    html += text(words.slice(end, index));
    let start = 0;
    for (const at of joints(word)) {
      html += `${word.slice(start, at)}<span class="shy"></span>`;
      start = at;
    }
    html += word.slice(start);
    end = index + word.length;
  }
  return html + text(words.slice(end));
}
