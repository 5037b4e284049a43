import type { Hit } from './search-client.ts';

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

/** Words with spaces between them, those that were found in `<mark>`. */
function marked(words: Hit['excerpt']): (string | Node)[] {
  return words.flatMap(({ word, isFound }) => {
    if (!isFound) return [word, ' '];
    const mark = document.createElement('mark');
    mark.textContent = word;
    return [mark, ' '];
  });
}
