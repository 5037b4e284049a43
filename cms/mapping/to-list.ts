import type { ListBlock, ListItem } from '../../content/model/blocks/rich-text.ts';
import { readRows, type PayloadDocument } from './read-document.ts';
import { isBlank, toInline } from './to-inline.ts';

/**
 * A Lexical list. Lexical keeps a nested list in an item of its own; here it belongs to the item above it.
 * Items with nothing in them are left out.
 */
export function toList(node: PayloadDocument): ListBlock {
  const ordered = node['listType'] === 'number';
  const start = node['start'];
  const items: ListItem[] = [];
  for (const itemNode of readRows(node['children'])) addItem(items, itemNode);
  return {
    type: 'list',
    ordered,
    ...(ordered && Number.isInteger(start) && start !== 1 && { start: Number(start) }),
    items,
  };
}

function addItem(items: ListItem[], node: PayloadDocument): void {
  const nodes = readRows(node['children']);
  const children = toInline(nodes.filter((child) => child['type'] !== 'list'));
  const lists = nodes
    .filter((child) => child['type'] === 'list')
    .map(toList)
    .filter((list) => list.items.length > 0);
  const above = items.at(-1);
  if (!isBlank(children)) items.push({ children, lists });
  else if (lists.length === 0) return;
  else if (above === undefined) items.push({ children: [], lists });
  else above.lists.push(...lists);
}
