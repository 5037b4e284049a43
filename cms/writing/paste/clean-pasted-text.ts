/** Signs that nobody sees and nobody means: zero widths, directions, word joiners, controls. */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const spaces = /[\t\n\u000b\f\r \u2028\u2029]+/g;

/**
 * Text as an article keeps it: NFC, without what is invisible (a soft hyphen is meant), white space as one space. A
 * single non-breaking space is meant; several in a row were indents.
 */
export const cleanPastedText = (text: string): string =>
  text
    .replace(invisible, '')
    .normalize('NFC')
    .replace(spaces, ' ')
    .replace(/[ \u00a0]*\u00a0[ \u00a0]+|[ \u00a0]+\u00a0[ \u00a0]*/g, ' ');
