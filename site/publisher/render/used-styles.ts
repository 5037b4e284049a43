import postcss, { type ChildNode } from 'postcss';

/** A style sheet in pieces that are kept or left out; `scopes` are the components that a selector belongs to. */
type Part =
  | { text: string }
  | { selectors: { text: string; scopes: string[] }[]; body: string }
  | { head: string; parts: Part[] };

const scope = /astro-[a-z0-9]{8}/g;
const style = /<style>([\s\S]*?)<\/style>/g;
const parsed = new Map<string, Part[]>();
/** By the sheet, and by the components that a page is made of: there are few kinds of pages. */
const written = new Map<string, Map<string, string>>();

/**
 * A page without the styles of components that are not in it. Astro gives every article the styles of every box that one may
 * hold, each rule with its component's own class.
 */
export function withUsedStyles(html: string): string {
  const scopes = new Set(html.replace(style, '').match(scope));
  const key = [...scopes].sort().join();
  return html.replace(style, (_, css: string) => {
    const kinds = written.get(css) ?? new Map<string, string>();
    written.set(css, kinds);
    const used = kinds.get(key) ?? write(partsOf(css), scopes);
    kinds.set(key, used);
    return `<style>${used}</style>`;
  });
}

function partsOf(css: string): Part[] {
  const known = parsed.get(css) ?? postcss.parse(css).nodes.map(toPart);
  parsed.set(css, known);
  return known;
}

const holdsRules = new Set(['media', 'supports', 'layer', 'container']);

function toPart(node: ChildNode): Part {
  if (node.type === 'rule') {
    const body = node.nodes.map(String).join(';');
    const selectors = node.selectors.map((text) => ({ text, scopes: text.match(scope) ?? [] }));
    return { selectors, body };
  }
  if (node.type === 'atrule' && node.nodes !== undefined && holdsRules.has(node.name))
    return { head: `@${node.name} ${node.params}`, parts: node.nodes.map(toPart) };
  return {
    text: `${String(node)}${node.type === 'atrule' && node.nodes === undefined ? ';' : ''}`,
  };
}

function write(parts: readonly Part[], used: ReadonlySet<string>): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      if ('head' in part) {
        const inner = write(part.parts, used);
        // An empty layer still says in which order layers count.
        return inner === '' && !part.head.startsWith('@layer') ? '' : `${part.head}{${inner}}`;
      }
      const own = part.selectors.filter(({ scopes }) => scopes.every((each) => used.has(each)));
      return own.length === 0 ? '' : `${own.map(({ text }) => text).join(',')}{${part.body}}`;
    })
    .join('');
}
