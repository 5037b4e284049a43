/** This tab, until it is loaded anew: two of the same person are two. (`randomUUID` is there on https and localhost only.) */
export const tab: string = Array.from(
  globalThis.crypto.getRandomValues(new Uint8Array(16)),
  (byte) => byte.toString(16).padStart(2, '0'),
).join('');
