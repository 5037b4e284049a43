import { randomUUID } from 'node:crypto';

/** Nodes of an editor state as the CMS stores it. (Payload's own maker knows the root and one plain paragraph.) */
export type LexicalNode = { type: string; version: number } & Record<string, unknown>;

export const text = (value: string, format = 0): LexicalNode => ({
  type: 'text',
  version: 1,
  text: value,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
});

export const element = (
  type: string,
  children: LexicalNode[],
  more: Record<string, unknown> = {},
): LexicalNode => ({
  type,
  version: 1,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...more,
});

export const blockNode = (blockType: string, fields: Record<string, unknown>): LexicalNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: {
    id: randomUUID().replaceAll('-', '').slice(0, 24),
    blockName: '',
    blockType,
    ...fields,
  },
});
