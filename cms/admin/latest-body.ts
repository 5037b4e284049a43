interface Written {
  /** Of the document. */
  id: string;
  /** Lexical's own; `toJSON` gives what is saved. */
  state: { toJSON: () => unknown };
}

let latest: Written | undefined;

/** `cms/writing` tells; undefined when an editor begins. */
export function tellLatestBody(written: Written | undefined): void {
  latest = written;
}

/** The body as `latestBody` has it, to be laid over what a form holds; nothing before something was typed. */
export function lastWords(id: string): { body?: unknown } {
  const body = latestBody(id)?.toJSON();
  return body === undefined ? {} : { body };
}

/**
 * What stands in the body of a document, once something was typed there. Payload tells its form of it when the browser
 * has nothing else to do, which may be long after the last key, or never when the page is left.
 */
export const latestBody = (id: string): Written['state'] | undefined =>
  latest?.id === id ? latest.state : undefined;
