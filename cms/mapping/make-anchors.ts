import { toSlug } from '../../content/model/slug.ts';

export type MakeAnchor = (text: string, fallback: string) => string;

/**
 * A maker of anchors for one article: the text's slug, with `-2`, `-3` … when it is taken. An anchor begins with a
 * letter, as every CSS selector can have it.
 */
export function makeAnchors(): MakeAnchor {
  const taken = new Set<string>();
  return (text, fallback) => {
    const slug = toSlug(text) || fallback;
    const wanted = /^\d/.test(slug) ? `${fallback}-${slug}` : slug;
    let anchor = wanted;
    for (let number = 2; taken.has(anchor); number += 1) anchor = `${wanted}-${number}`;
    taken.add(anchor);
    return anchor;
  };
}
