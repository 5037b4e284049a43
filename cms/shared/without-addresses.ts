/** `a@b`, also as an address in a URL has it; a slash before the sign is a path such as `node_modules/@x`. */
const address = /[^\s"'`<>()\\,;]*[^\s"'`<>()\\,;/](?:@|%40)[^\s"'`<>()\\,;]+/gi;

/** A failed query and what it was given; in an error's message, or in the JSON of one. The stack follows. */
const query = /(?<=Failed query): (?:[^"\\\n]|\\(?!n\s+at )[\s\S]|\n(?!\s+at ))*/g;

/**
 * The text without what could name a person: e-mail addresses become `…`, and a failed query, with what it was
 * given, is dropped. Every line of the log goes through it, and so does each sentence that is kept of somebody else's answer.
 */
export const withoutAddresses = (text: string): string =>
  text.replace(query, '').replace(address, '…');
