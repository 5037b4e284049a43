import { listPagePath } from '../../../content/model/urls.ts';
import type { ListPage } from '../store.ts';

/**
 * Which page of a list an address asks for, from what follows the list's own path: nothing is the newest
 * page, `side/<n>` an older one. Undefined for anything else.
 */
export function listPageNumber(rest: string | undefined): ListPage['page'] | undefined {
  if (rest === undefined || rest === '') return 'newest';
  const number = /^side\/([1-9]\d{0,6})$/.exec(rest.replace(/\/$/, ''))?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Path of a page of a list. */
export const pathOfPage = (listPath: string, page: ListPage['page']) =>
  page === 'newest' ? listPath : listPagePath(listPath, page);
