/** What a file is called at the end of a path, however its letters were put together, in small ones. */
export const fileNameOf = (path: string): string =>
  (path.split('/').at(-1) ?? '').normalize('NFC').toLowerCase();
