import { stringify } from 'yaml';
import type { Article } from '../../../content/model/article.ts';
import { blockText, isBox, textsOf, type Block } from '../../../content/model/blocks/blocks.ts';
import type { TextBlock } from '../../../content/model/blocks/rich-text.ts';
import { articlePath } from '../../../content/model/urls.ts';

type Inline = Extract<TextBlock, { type: 'paragraph' }>['children'][number];
type List = Extract<TextBlock, { type: 'list' }>;

/** What an article refers to, by name. */
export interface Named {
  /** Name of a category, series, author or organisation. */
  name: (id: string) => string | undefined;
  /** Address of an article. */
  address: (id: string) => string | undefined;
  picture: (
    id: string,
  ) => { file: string; alt: string; caption: string; credit: string } | undefined;
}

/**
 * An article as Markdown (CommonMark) with front matter in YAML, as static generators read it. For people and other
 * programs; what Markdown has no words for stands in the JSON beside it.
 */
export function articleMarkdown(article: Article, named: Named, isOut: boolean): string {
  const hero = article.hero === null ? undefined : named.picture(article.hero);
  const names = (ids: readonly string[]) => ids.flatMap((id) => named.name(id) ?? []);
  const front = {
    ...{
      title: article.title,
      slug: article.slug,
      url: articlePath(article.slug),
      lead: article.lead,
    },
    ...{ kind: article.kind, date: article.publishedAt, lastmod: article.modifiedAt },
    ...(!isOut && { draft: true }),
    authors: names(article.authors),
    ...(article.category !== null && { category: named.name(article.category) }),
    tags: article.tags,
    ...(article.series !== null && {
      series: named.name(article.series),
      part: article.seriesNumber ?? undefined,
    }),
    ...(article.place !== null && { place: article.place }),
    ...(article.marking !== 'editorial' && { marking: article.marking, sponsor: article.sponsor }),
    ...(hero && {
      image: {
        src: `../media/${hero.file}`,
        alt: hero.alt,
        caption: hero.caption,
        credit: hero.credit,
      },
    }),
    ...(article.interviewees.length > 0 && {
      interviewees: article.interviewees.map(({ name, role }) => ({ name, role })),
    }),
    ...(article.corrections.length > 0 && { corrections: article.corrections }),
  };
  return `---\n${stringify(front)}---\n\n${bodyMarkdown(article, named)}\n`;
}

/** Its text alone. */
export const bodyMarkdown = ({ body }: Pick<Article, 'body'>, named: Named): string =>
  body
    .map((block) => blockMarkdown(block, named))
    .filter(Boolean)
    .join('\n\n');

function blockMarkdown(block: Block, named: Named): string {
  if (!isBox(block)) return textMarkdown(block, named);
  switch (block.type) {
    case 'image': {
      const picture = named.picture(block.media);
      const words = [block.caption ?? picture?.caption, block.credit ?? picture?.credit]
        .filter(Boolean)
        .join(' · ');
      return picture === undefined
        ? ''
        : `![${escaped(picture.alt)}](../media/${picture.file})${words === '' ? '' : `\n*${escaped(words)}*`}`;
    }
    case 'pullQuote':
      return `> ${escaped(block.quote)}${block.attribution ? `\n>\n> — ${escaped(block.attribution)}` : ''}`;
    case 'questionAnswer':
      return [
        `### ${escaped(block.question)}`,
        ...textsOf(block).map((each) => textMarkdown(each, named)),
      ].join('\n\n');
    case 'articleLink': {
      const address = named.address(block.article);
      return address === undefined
        ? ''
        : `[${escaped(named.name(block.article) ?? address)}](${address})`;
    }
    case 'factBox':
      return [
        `#### ${escaped(block.title)}`,
        ...textsOf(block).map((each) => textMarkdown(each, named)),
      ]
        .join('\n\n')
        .replace(/^/gm, '> ');
    case 'table':
      return tableMarkdown(block.rows);
    case 'chart':
      return `#### ${escaped(block.title)}\n\n${tableMarkdown(block.rows)}\n\n${escaped(block.source)}`;
    case 'gallery':
      return block.items
        .map((item) => blockMarkdown({ type: 'image', ...item }, named))
        .filter(Boolean)
        .join('\n\n');
    case 'callToAction':
      return `[${escaped(block.text)}](<${block.url}>)`;
    case 'timeline':
      return [
        ...(block.title ? [`#### ${escaped(block.title)}`] : []),
        ...block.items.map(({ when, text }) => `- **${escaped(when)}** ${escaped(text)}`),
      ].join('\n');
    case 'film':
      return block.url === undefined
        ? escaped(block.caption ?? '')
        : `[${escaped(block.caption ?? block.url)}](<${block.url}>)`;
    case 'newsletterSignup':
      return '';
    default:
      return escaped(blockText(block));
  }
}

/** GitHub's tables, which have a heading (https://github.github.com/gfm/#tables-extension-). */
function tableMarkdown(rows: readonly (readonly string[])[]): string {
  const lines = rows.map(
    (row) => `| ${row.map((cell) => escaped(cell).replaceAll('|', '\\|')).join(' | ')} |`,
  );
  const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function textMarkdown(block: TextBlock, named: Named): string {
  switch (block.type) {
    case 'paragraph':
      return inlineMarkdown(block.children, named);
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineMarkdown(block.children, named)}`;
    case 'quote':
      return inlineMarkdown(block.children, named).replace(/^/gm, '> ');
    case 'rule':
      return '---';
    case 'list':
      return listMarkdown(block, named, '');
  }
}

function listMarkdown(list: List, named: Named, indent: string): string {
  return list.items
    .map((item, index) => {
      const mark = list.ordered ? `${(list.start ?? 1) + index}. ` : '- ';
      const inner = item.lists
        .map((each) => `\n${listMarkdown(each, named, indent + ' '.repeat(mark.length))}`)
        .join('');
      return `${indent}${mark}${inlineMarkdown(item.children, named)}${inner}`;
    })
    .join('\n');
}

const inlineMarkdown = (children: readonly Inline[], named: Named): string =>
  children
    .map((node) => {
      if (node.type === 'break') return '\\\n';
      if (node.type === 'text') {
        const marks = `${node.bold ? '**' : ''}${node.italic ? '*' : ''}`;
        const [, before = '', words = '', after = ''] =
          /^(\s*)([\s\S]*?)(\s*)$/.exec(node.text) ?? [];
        return words === ''
          ? node.text
          : `${before}${marks}${escaped(words)}${[...marks].toReversed().join('')}${after}`;
      }
      const href = node.article === undefined ? node.href : named.address(node.article);
      const words = inlineMarkdown(node.children, named);
      const place = node.fragment === undefined ? '' : `#${node.fragment}`;
      return href === undefined ? words : `[${words}](<${href}${place}>)`;
    })
    .join('');

const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>]|^(?=[#>+-]|\d+[.)])/gm, '\\$&');
