/** `a@b`, also as an address in a URL has it; a slash before the sign is a path such as `node_modules/@x`. */
const address = /[^\s"'`<>()\\,;]*[^\s"'`<>()\\,;/](?:@|%40)[^\s"'`<>()\\,;]+/gi;

/** What a failed query was given; in an error's message, or in the JSON of one. The stack follows. */
const parameters = /(?:\\n|\n)params:(?:[^"\\\n]|\\(?!n\s+at )[\s\S])*/g;

/**
 * The text without what could name a person: e-mail addresses become `…`, and what a failed query was given is
 * dropped. Every line of the log goes through it, and so does each sentence that is kept of somebody else's answer.
 */
export const withoutAddresses = (text: string): string =>
  text.replace(parameters, '').replace(address, '…');
