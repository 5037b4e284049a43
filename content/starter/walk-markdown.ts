import type { RootContent } from 'mdast';

/** A node of Markdown with blocks, as far as a check needs to know it. */
export interface Walked {
  type: string;
  name?: string;
  value?: unknown;
  url?: string;
  attributes?: { name?: string; value?: unknown }[];
  children?: Walked[];
}

/** Every node, in reading order. */
export function* walk(nodes: readonly RootContent[]): Generator<Walked> {
  // why `as`: MDX adds node types that mdast does not know.
  const open = [...nodes] as Walked[];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    yield node;
    open.unshift(...(node.children ?? []));
  }
}

/** The value of an attribute of a block; undefined when the node has none of that name. */
export const attribute = (node: Walked, name: string) =>
  node.attributes?.find((found) => found.name === name)?.value;
