/** One object for each item, however many paragraphs it has. */
export interface Item {
  depth: number;
  isOrdered: boolean;
  number?: number;
  /** The list it stands in; null where it only looks like one. */
  list: Element | null;
}

/** How deep a list item is: what Word on the web and Google say, or the lists around it. */
export function itemOf(node: Element): Item {
  const said = Number(node.getAttribute('data-aria-level') ?? node.getAttribute('aria-level') ?? 0);
  let lists = 0;
  for (let up = node.parentElement; up !== null; up = up.parentElement)
    if (/^[UO]L$/i.test(up.tagName)) lists += 1;
  const list = node.parentElement;
  const isOrdered = list?.tagName.toUpperCase() === 'OL';
  const start = Number(list?.getAttribute('start') ?? 1);
  const value = Number(node.getAttribute('value') ?? 0);
  const isFirst = list?.querySelector('li') === node;
  const number = value || (isFirst && start > 1 ? start : 0);
  return {
    ...{ depth: Math.max(said, lists, 1) - 1, isOrdered, list },
    ...(isOrdered && number > 1 && { number }),
  };
}
