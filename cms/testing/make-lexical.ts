/** Lexical JSON as the editor of the CMS writes it, as short as a test needs it. */
type Node = Record<string, unknown>;

export const aBody = (...children: Node[]): Node => ({
  root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children },
});

const element = (type: string, children: Node[], more: Node = {}): Node => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  children,
  ...more,
});

export const words = (text: unknown, format = 0): Node => ({
  type: 'text',
  version: 1,
  mode: 'normal',
  style: '',
  detail: 0,
  text,
  format,
});
export const lineBreak: Node = { type: 'linebreak', version: 1 };
export const paragraph = (...children: Node[]) => element('paragraph', children);
export const quote = (...children: Node[]) => element('quote', children);
export const heading = (tag: string, ...children: Node[]) => element('heading', children, { tag });
export const list = (listType: string, items: Node[], start = 1) =>
  element('list', items, { listType, tag: listType === 'number' ? 'ol' : 'ul', start });
export const item = (...children: Node[]) => element('listitem', children, { value: 1 });
export const rule: Node = { type: 'horizontalrule', version: 1 };
export const link = (fields: Node, ...children: Node[]) =>
  element('link', children, { id: 'x', fields: { newTab: false, ...fields } });
export const webLink = (url: unknown, ...children: Node[]) =>
  link({ linkType: 'custom', url }, ...children);
export const box = (blockType: string, fields: Node = {}): Node => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: 'x', blockName: '', blockType, ...fields },
});
