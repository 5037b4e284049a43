import { safeLink } from '../../content/model/safe-link.ts';
import {
  readGroup,
  readReference,
  readRows,
  readText,
  type PayloadDocument,
} from './read-document.ts';

/** A link as the editor keeps it, with the words it stands on. */
export interface LinkNode {
  node: PayloadDocument;
  fields: PayloadDocument;
  words: string;
}

/** Every link of an editor's state, those inside boxes among them, in the order of the text. */
export function linkNodesIn(value: unknown): LinkNode[] {
  if (Array.isArray(value)) return value.flatMap(linkNodesIn);
  const node = readGroup(value);
  const inner = Object.values(node).flatMap(linkNodesIn);
  if (!isLinkNode(node)) return inner;
  return [{ node, fields: readGroup(node['fields']), words: wordsOf(node) }, ...inner];
}

/** The same state, with the fields of each link as `change` gives them. */
export function withLinkFields(
  value: unknown,
  change: (fields: PayloadDocument) => PayloadDocument,
): unknown {
  if (Array.isArray(value)) return value.map((each) => withLinkFields(each, change));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withLinkFields(each, change)]),
  );
  return isLinkNode(inner) ? { ...inner, fields: change(readGroup(inner['fields'])) } : inner;
}

/** Links nobody can follow: to an address that is none, or to an article that was not chosen. */
export const unfinishedLinks = (value: unknown): LinkNode[] =>
  linkNodesIn(value).filter(({ fields }) =>
    fields['linkType'] === 'internal'
      ? readReference(readGroup(fields['doc'])['value']) === null
      : safeLink(readText(fields['url'])) === null,
  );

const isLinkNode = ({ type }: PayloadDocument) => type === 'link' || type === 'autolink';

const wordsOf = (node: PayloadDocument): string =>
  typeof node['text'] === 'string'
    ? node['text']
    : readRows(node['children']).map(wordsOf).join('');
