import type { Hit } from './search-index.ts';

/** A row of the result list. Text only ever arrives as text. */
export function resultRow(hit: Hit): HTMLLIElement {
  const link = document.createElement('a');
  link.className = 'result';
  link.href = hit.url;
  link.append(
    line('label meta', hit.about),
    line('title', hit.title),
    line('excerpt', ...marked(hit.excerpt)),
  );
  const row = document.createElement('li');
  row.append(link);
  return row;
}

function line(className: string, ...words: (string | Node)[]): HTMLSpanElement {
  const span = document.createElement('span');
  span.className = className;
  span.append(...words);
  return span;
}

/** The index's excerpt: words, some of them in `<mark>`. Every other element is dropped, its text kept. */
function marked(html: string): (string | Node)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return node.textContent ?? '';
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}
