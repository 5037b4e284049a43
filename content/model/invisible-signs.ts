/**
 * Signs that nobody sees and nobody means, wherever they come from: controls, zero widths, directions, word joiners.
 * Not among them: soft hyphens and joiners of signs, which are meant in text; tabs and line breaks.
 */
export const invisibleSigns =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

/** Those that are meant in text, and mean nothing in an address or a search: soft hyphens and joiners of signs. */
export const joiningSigns = /[\u00ad\u200c\u200d]/g;
