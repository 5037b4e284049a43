/** Stands in the index between what an article says and what else it is found by; never on a page. */
export const searchMark = '\u2042';
