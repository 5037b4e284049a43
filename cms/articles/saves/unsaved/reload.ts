import { keepUnsaved } from './unsaved-store.ts';

let isDecided = false;

/** Whether somebody was asked already what becomes of her text: the browser need not ask again. */
export const mayLeave = (): boolean => isDecided;

/** Goes on elsewhere: what this tab had of an article was saved there. */
export function leaveWith(address: string): void {
  isDecided = true;
  window.location.assign(address);
}

/** Loads the page anew, without what this tab has not saved of an article. */
export function reloadSaved(article: string, tab: string): void {
  isDecided = true;
  keepUnsaved(article, tab, null);
  window.location.reload();
}
