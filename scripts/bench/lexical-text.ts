import { element, text } from '../../cms/writing/lexical-nodes.ts';

/** Plain paragraphs as the editor state that the CMS stores; every fifth is preceded by a heading. */
export function lexicalText(paragraphs: readonly string[]) {
  const children = paragraphs.flatMap((paragraph, index) => {
    const title = paragraph.split(' ').slice(0, 4).join(' ');
    const body = element('paragraph', [text(paragraph)], { textFormat: 0 });
    return index % 5 === 4 ? [element('heading', [text(title)], { tag: 'h2' }), body] : [body];
  });
  return { root: element('root', children) };
}
