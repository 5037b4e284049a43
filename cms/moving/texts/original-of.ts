/** The address of the picture that WordPress cut a size from (`-300x200`), without what follows the question mark. */
export const originalOf = (url: string): string =>
  url
    .replace(/[?#].*$/, '')
    .replace(/^https?:/, '')
    .replace(/-(\d{2,5}x\d{2,5}|scaled|rotated)(?=\.\w{3,4}$)/, '');
