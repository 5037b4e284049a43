import { text } from '../shared/text.ts';

let isSaid = false;

/**
 * A request that reaches nobody fails with a sentence of the browser's in the browser's language, and Payload shows it as it
 * is. From now on it is ours, which says what to do.
 */
export function sayNoConnection(): void {
  if (isSaid) return;
  isSaid = true;
  const ask = window.fetch.bind(window);
  window.fetch = async (...args) => {
    try {
      return await ask(...args);
    } catch (cause) {
      throw cause instanceof TypeError ? new TypeError(text.noConnection, { cause }) : cause;
    }
  };
}
