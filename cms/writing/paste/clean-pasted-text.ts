import { invisibleSigns } from '../../../content/model/invisible-signs.ts';

const spaces = /[\t\n\u000b\f\r \u2028\u2029]+/g;

/**
 * Text as an article keeps it: NFC, without what is invisible (a soft hyphen is meant), white space as one space. A
 * single non-breaking space is meant; several in a row were indents.
 */
export const cleanPastedText = (text: string): string =>
  text
    .replace(invisibleSigns, '')
    .normalize('NFC')
    .replace(spaces, ' ')
    .replace(/[ \u00a0]*\u00a0[ \u00a0]+|[ \u00a0]+\u00a0[ \u00a0]*/g, ' ');
