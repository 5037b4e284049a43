/** Whether the text is in the clipboard; without the right to it, or without https, it is not. */
export async function copyText(copied: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(copied);
    return true;
  } catch {
    return false; // the page then shows it, to be copied by hand
  }
}
