/**
 * Signs that nobody sees and nobody means, wherever they come from: controls, zero widths, directions, word joiners.
 * Not among them: soft hyphens and joiners of signs, which are meant in text; tabs and line breaks.
 */
export const invisibleSigns =
  /[\u0000-\u0008\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
