import type { Hit } from './search-index.ts';

/** A row of the result list, made from the page's template. Text only ever arrives as text. */
export function fillResult(template: HTMLTemplateElement, hit: Hit): HTMLElement {
  const row = document.importNode(template.content, true).firstElementChild;
  if (!(row instanceof HTMLElement)) throw new TypeError('the result template is empty');
  const set = (selector: string, ...nodes: (string | Node)[]) =>
    row.querySelector(selector)?.replaceChildren(...nodes);
  row.querySelector('a')?.setAttribute('href', hit.url);
  set('.meta', hit.about);
  set('.title', hit.title);
  set('.excerpt', ...marked(hit.excerpt));
  return row;
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
