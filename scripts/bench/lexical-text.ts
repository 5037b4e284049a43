/** Plain paragraphs as the editor state that the CMS stores; every fifth is preceded by a heading. */
export function lexicalText(paragraphs: readonly string[]) {
  const element = (type: string, children: unknown[], more: object = {}) => ({
    type,
    version: 1,
    children,
    direction: 'ltr',
    format: '',
    indent: 0,
    ...more,
  });
  const text = (value: string) => ({
    type: 'text',
    version: 1,
    text: value,
    format: 0,
    detail: 0,
    mode: 'normal',
    style: '',
  });
  const children = paragraphs.flatMap((paragraph, index) => {
    const heading = element('heading', [text(paragraph.split(' ').slice(0, 4).join(' '))], {
      tag: 'h2',
    });
    const body = element('paragraph', [text(paragraph)], { textFormat: 0 });
    return index % 5 === 4 ? [heading, body] : [body];
  });
  return { root: element('root', children) };
}
