import { tidyText } from '../../../content/model/tidy-text.ts';

const spaces = /[\t\n ]+/g;

/**
 * Text as an article keeps it: NFC, without what is invisible (a soft hyphen is meant), white space as one space. A
 * single non-breaking space is meant; several in a row were indents.
 */
export const cleanPastedText = (text: string): string =>
  tidyText(text)
    .replace(spaces, ' ')
    .replace(/[ \u00a0]*\u00a0[ \u00a0]+|[ \u00a0]+\u00a0[ \u00a0]*/g, ' ');
