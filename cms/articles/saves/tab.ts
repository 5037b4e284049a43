/** (`randomUUID` is there on https and localhost only.) */
const make = (): string =>
  Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

let current = make();
const key = 'kundefront-tab';

/**
 * Which this tab was before it was loaded anew, told once: what that left behind when it could not say that it went (its
 * login was over, the browser crashed) is nobody's.
 */
export function takeFormerTab(): string | undefined {
  const former = sessionStorage.getItem(key);
  sessionStorage.setItem(key, current);
  return former === current || former === null ? undefined : former;
}

/**
 * This tab, until it is loaded anew or leaves the article it has open: two of the same person are two, and so are an
 * article that was left and the same one opened again, which may be older than what was saved on leaving.
 */
export const thisTab = (): string => current;

/** The article is left; what is opened next is another's. */
export function renewTab(): void {
  current = make();
}
