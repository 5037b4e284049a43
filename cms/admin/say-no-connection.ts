import { text } from '../shared/text.ts';

let isSaid = false;

/**
 * A request that reaches nobody fails with a sentence of the browser's in the browser's language, and Payload shows it as it
 * is. From now on it is ours, which says what to do. But how somebody likes her lists and rows to look is no reason to
 * wait: Payload caches a question for it that failed, as one that is never answered (`Preferences` of @payloadcms/ui
 * 3.90), and each form and each save waits for that first: «Lagrer…» for ever. Without a connection there is none.
 */
export function sayNoConnection(): void {
  if (isSaid) return;
  isSaid = true;
  const ask = window.fetch.bind(window);
  window.fetch = async (...args) => {
    try {
      return await ask(...args);
    } catch (cause) {
      if (isPreference(args[0])) return new Response(null, { status: 503 });
      throw cause instanceof TypeError ? new TypeError(text.noConnection, { cause }) : cause;
    }
  };
}

const isPreference = (input: RequestInfo | URL): boolean =>
  (input instanceof Request ? input.url : String(input)).includes('/payload-preferences/');
