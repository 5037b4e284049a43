import { randomUUID } from 'node:crypto';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { articleSlug } from '../../content/model/urls.ts';
import { blockNode, element, text, type LexicalNode } from '../../cms/writing/lexical-nodes.ts';

/**
 * The starter articles' MDX as the Lexical editor state that the CMS stores. Covers what the starter
 * articles use (see `content/starter/README.md`) and throws on anything else.
 */

export interface LexicalState {
  root: LexicalNode;
}

/** Looks up the id of what a text mentions by name; throws when there is no such document. */
export interface References {
  picture(name: string): string;
  article(slug: string): string | undefined;
  organisation(slug: string): string;
}

export function mdxToLexical(nodes: readonly RootContent[], references: References): LexicalState {
  const children = nodes.flatMap((node) => flow(node, references));
  return { root: element('root', children) };
}

function flow(node: RootContent, references: References): LexicalNode[] {
  switch (node.type) {
    case 'paragraph':
      return [element('paragraph', phrasing(node.children, references), { textFormat: 0 })];
    case 'heading':
      return [element('heading', phrasing(node.children, references), { tag: `h${node.depth}` })];
    case 'blockquote':
      return [
        element(
          'quote',
          node.children.flatMap((child) =>
            child.type === 'paragraph' ? phrasing(child.children, references) : fail(child.type),
          ),
        ),
      ];
    case 'thematicBreak':
      return [{ type: 'horizontalrule', version: 1 }];
    case 'list':
      return [list(node.children, node.ordered === true, node.start ?? 1, references)];
    case 'mdxJsxFlowElement':
      return [block(node, references)];
    default:
      return fail(node.type);
  }
}

function list(
  items: readonly ListItem[],
  isOrdered: boolean,
  start: number,
  references: References,
): LexicalNode {
  const children = items.flatMap((item, index) => {
    const own = item.children.flatMap((child) =>
      child.type === 'paragraph' ? phrasing(child.children, references) : [],
    );
    const nested = item.children.flatMap((child) =>
      child.type === 'list'
        ? [list(child.children, child.ordered === true, child.start ?? 1, references)]
        : [],
    );
    const line = element('listitem', own, { value: start + index });
    // Lexical keeps a nested list in a list item of its own, after the line it belongs to.
    const below = nested.map((inner) => element('listitem', [inner], { value: start + index + 1 }));
    return [line, ...below];
  });
  return element('list', children, {
    listType: isOrdered ? 'number' : 'bullet',
    tag: isOrdered ? 'ol' : 'ul',
    start,
  });
}

function phrasing(
  nodes: readonly PhrasingContent[],
  references: References,
  format = 0,
): LexicalNode[] {
  return nodes.flatMap((node): LexicalNode[] => {
    switch (node.type) {
      case 'text':
        return [text(node.value.replace(/\n/g, ' '), format)];
      case 'strong':
        return phrasing(node.children, references, format | 1);
      case 'emphasis':
        return phrasing(node.children, references, format | 2);
      case 'break':
        return [{ type: 'linebreak', version: 1 }];
      case 'link':
        return [link(node.url, phrasing(node.children, references, format), references)];
      default:
        return fail(node.type);
    }
  });
}

function link(url: string, children: LexicalNode[], references: References): LexicalNode {
  const slug = articleSlug(url);
  const article = slug === undefined ? undefined : references.article(slug);
  const fields =
    article === undefined
      ? { linkType: 'custom', url, newTab: false }
      : { linkType: 'internal', doc: { relationTo: 'articles', value: article }, newTab: false };
  return { ...element('link', children), version: 3, id: randomUUID(), fields };
}

function block(node: MdxJsxFlowElement, references: References): LexicalNode {
  const get = (name: string) => attribute(node, name);
  const body = () => mdxToLexical(node.children as RootContent[], references); // flow children of MDX are root content
  switch (node.name) {
    case 'PullQuote':
      return blockNode('pullQuote', { quote: plain(node), attribution: get('attribution') });
    case 'FactBox': {
      const organisation = get('organisation');
      return blockNode('factBox', {
        title: get('title'),
        content: body(),
        source: get('source'),
        ...(organisation === undefined
          ? {}
          : { organisation: references.organisation(organisation) }),
      });
    }
    case 'QuestionAnswer':
      return blockNode('questionAnswer', { question: get('question'), answer: body() });
    case 'Picture':
      return blockNode('image', {
        media: references.picture(get('name') ?? ''),
        caption: get('caption'),
        credit: get('credit'),
      });
    case 'ArticleLink': {
      const article = references.article(get('slug') ?? '');
      return article === undefined
        ? fail(`ArticleLink ${get('slug')}`)
        : blockNode('articleLink', { article });
    }
    case 'Chart':
      return blockNode('chart', {
        ...{ kind: get('kind'), title: get('title'), unit: get('unit'), source: get('source') },
        ...{ note: get('note'), rows: rowsOf(get('rows')) },
      });
    case 'Table':
      return blockNode('table', {
        ...{ caption: get('caption'), source: get('source'), rows: rowsOf(get('rows')) },
        ...{ headerRow: true, headerColumn: true },
      });
    case 'NewsletterSignup':
      return blockNode('newsletterSignup', {});
    default:
      return fail(`<${node.name}>`);
  }
}

/** Rows between semicolons, cells between bars. */
const rowsOf = (written = ''): string[][] =>
  written.split(';').map((row) => row.split('|').map((cell) => cell.trim()));

function attribute(node: MdxJsxFlowElement, name: string): string | undefined {
  for (const found of node.attributes) {
    if (found.type === 'mdxJsxAttribute' && found.name === name) {
      return typeof found.value === 'string' ? found.value : undefined;
    }
  }
  return undefined;
}

/** The text inside an element, without marks. */
function plain(node: { children: readonly unknown[] }): string {
  const walk = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return '';
    if ('value' in value && typeof value.value === 'string') return value.value;
    return 'children' in value && Array.isArray(value.children)
      ? value.children.map(walk).join('')
      : '';
  };
  return node.children.map(walk).join('').replace(/\s+/g, ' ').trim();
}

function fail(what: string): never {
  throw new Error(`The starter articles cannot use ${what}`);
}
