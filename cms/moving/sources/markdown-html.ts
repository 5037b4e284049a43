import type { Root, RootContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { text as words } from '../text.ts';
import { frame } from './html-parts.ts';

/** A text as HTML, and what no reader of ours understands: it is told, and reaches no page. */
interface Read {
  html: string;
  leftovers: string[];
}

const toHtml = [
  {
    allowDangerousHtml: true,
    ...{ footnoteLabel: words.notes, footnoteBackContent: '', footnoteBackLabel: words.backToText },
  },
] as const;

/** Markdown with what GitHub adds to it (https://github.github.com/gfm/), tags of Liquid and Hugo read or taken out. */
export async function markdownHtml(markdown: string): Promise<Read> {
  const leftovers: string[] = [];
  const html = await unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkRehype, ...toHtml)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process(withoutTags(markdown, leftovers));
  return { html: withFilms(String(html)), leftovers };
}

/**
 * MDX (https://mdxjs.com/docs/what-is-mdx/), of which nothing is run: pictures and films are what their components say they are,
 * what others wrap is text. One that cannot be read is read as Markdown.
 */
export async function mdxHtml(mdx: string): Promise<Read> {
  const leftovers: string[] = [];
  try {
    const html = await unified()
      .use(remarkParse)
      .use(remarkGfm, { singleTilde: false })
      .use(remarkMdx)
      .use(() => (tree: Root) => {
        tree.children = tree.children.flatMap((node) => withoutCode(node, leftovers));
      })
      .use(remarkRehype, ...toHtml)
      .use(rehypeStringify, { allowDangerousHtml: true })
      .process(mdx);
    return { html: withFilms(String(html)), leftovers };
  } catch {
    return markdownHtml(mdx.replace(/^(import|export)\s.+$/gm, ''));
  }
}

const filmHosts = 'youtube\\.com|youtu\\.be|vimeo\\.com|soundcloud\\.com|open\\.spotify\\.com';
const loneAddress = new RegExp(
  `<p><a href="(https?://(?:[\\w-]+\\.)?(?:${filmHosts})/[^"]*)">\\1</a></p>`,
  'g',
);

/** An address of a film on a line of its own is the film. */
const withFilms = (html: string): string =>
  html.replace(loneAddress, (_, address: string) => `<iframe src="${address}"></iframe>`);

const filmAt: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
};
const attribute = (given: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*["']?([^"'\\s>]+(?:[^"'>]*(?=["']))?)`).exec(given)?.[1] ?? '';

/** Outside of code: `{{< youtube x >}}`, `{% include y %}`, `{{ site.url }}`, `{: .class }`, `> [!NOTE]`, `==marked==`. */
function withoutTags(markdown: string, leftovers: string[]): string {
  const tell = (whole: string) => {
    leftovers.push(whole.replace(/\s+/g, ' ').slice(0, 160));
    return '';
  };
  const code = /(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[ \t]*$|`[^`\n]+`)/m;
  return markdown
    .split(code)
    .map((part, at) => {
      if (at % 2 === 1) return part;
      return part
        .replace(
          /\{\{[<%]\s*(\/?)\s*([\w-]+)([\s\S]{0,2000}?)[%>]\}\}|\{%-?\s*(\/?)([\w-]+)([\s\S]{0,2000}?)-?%\}/g,
          (whole: string, ...found: string[]) => {
            const [, hugo, hugoGiven, , liquid, liquidGiven] = found;
            const name = (hugo ?? liquid ?? '').toLowerCase();
            const given = (hugoGiven ?? liquidGiven ?? '').trim();
            const film = filmAt[name];
            const id = attribute(given, 'id') || /^["']?([\w-]+)/.exec(given)?.[1];
            if (film !== undefined && id) return `\n\n${film(id)}\n\n`;
            const source = attribute(given, 'src');
            if (/^(figure|image|img)$/.test(name) && source !== '')
              return `\n\n![${attribute(given, 'alt')}](${source} "${attribute(given, 'caption')}")\n\n`;
            return tell(whole);
          },
        )
        .replace(/\{\{[\s\S]{0,2000}?\}\}/g, tell)
        .replace(/\{:[^}\n]*\}|\{[#.][\w-]+[^}\n]*\}/g, '')
        .replace(/^(>\s*)\[!\w+\][ \t]*$/gm, '$1')
        .replace(/==(\S(?:[^=\n]*\S)?)==/g, '$1');
    })
    .join('');
}

interface JsxNode {
  type: string;
  name?: string | null;
  value?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: RootContent[];
}

/** A node without what would have to be run; what stays of a component is what it wraps. */
function withoutCode(node: RootContent, leftovers: string[]): RootContent[] {
  const jsx = node as JsxNode; // why: nodes of MDX are no part of mdast's own types
  const within = (jsx.children ?? []).flatMap((child) => withoutCode(child, leftovers));
  if (jsx.type === 'mdxjsEsm') return [];
  if (jsx.type === 'mdxFlowExpression' || jsx.type === 'mdxTextExpression') {
    const said = (jsx.value ?? '').trim();
    const isText = /^(["'`])([^"'`$]*)\1$/.exec(said);
    if (isText !== null) return [{ type: 'text', value: isText[2] ?? '' }];
    if (said !== '' && !/^\/\*[\s\S]*\*\/$/.test(said)) leftovers.push(`{${said.slice(0, 120)}}`);
    return [];
  }
  if (jsx.type !== 'mdxJsxFlowElement' && jsx.type !== 'mdxJsxTextElement')
    return [jsx.children === undefined ? node : ({ ...node, children: within } as RootContent)];
  const name = jsx.name ?? '';
  const get = (wanted: string) => {
    const found = jsx.attributes?.find((each) => each.name === wanted)?.value;
    return typeof found === 'string' ? found : '';
  };
  const film = filmAt[name.toLowerCase().replace(/(embed|video|player)$/, '')];
  const id = get('id') || get('videoId') || get('url') || get('src');
  if (film !== undefined && id !== '')
    return [{ type: 'html', value: frame(/^https?:/.test(id) ? id : film(id)) }];
  if (/^(img|image|picture|figure|nextimage)$/i.test(name) && get('src') !== '')
    return [
      {
        type: 'paragraph',
        children: [{ type: 'image', url: get('src'), alt: get('alt'), title: get('caption') }],
      },
    ];
  if (name !== '' && /^[a-z]/.test(name)) {
    const properties = Object.fromEntries(
      (jsx.attributes ?? []).flatMap(({ name: key, value }) =>
        key !== undefined && typeof value === 'string' ? [[key, value]] : [],
      ),
    );
    const data = { hName: name, hProperties: properties };
    return [{ type: 'element', data, children: within } as unknown as RootContent]; // why: `hName` says what it becomes
  }
  if (name !== '') leftovers.push(`<${name}>`);
  return within;
}
