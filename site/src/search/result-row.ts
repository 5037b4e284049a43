import type { Hit } from './to-hit.ts';
import type { Word } from './search-words.ts';

/** A row of the result list. Text only ever arrives as text. */
export function resultRow(hit: Hit): HTMLLIElement {
  const row = document.createElement('li');
  row.className = hit.isPaid ? 'result on-paid' : 'result';
  const link = document.createElement('a');
  link.className = 'headline-link';
  link.href = hit.url;
  link.append(...marked(hit.title).flatMap((piece) => broken(piece, hit.joints)));
  const title = element('h2', 'title', link);
  row.append(element('p', 'label meta', hit.label));
  if (hit.mark !== '') row.append(element('p', 'mark label', hit.mark));
  row.append(title, element('p', 'excerpt', ...marked(hit.excerpt)));
  if (hit.authors.length > 0)
    row.append(element('p', 'meta writers', 'Av ', ...marked(hit.authors)));
  return row;
}

/** Pages that are called what was asked for, above the results. */
export function pageLinks(pages: Hit['pages']): HTMLLIElement[] {
  const unique = new Map(pages.map(({ name, path }) => [path, name]));
  return [...unique].slice(0, 3).map(([path, name]) => {
    const link = document.createElement('a');
    link.href = path;
    link.textContent = name;
    const row = document.createElement('li');
    row.append(link);
    return row;
  });
}

function element(tag: string, className: string, ...words: (string | Node)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...words);
  return made;
}

/** With what breaks long words at their joints, as on every page: drawn by `base.css`, and no part of the text. */
function broken(piece: string | Node, joints: Hit['joints']): (string | Node)[] {
  if (typeof piece !== 'string') {
    const inside = broken(piece.textContent ?? '', joints);
    if (inside.length > 1 && piece instanceof HTMLElement) piece.replaceChildren(...inside);
    return [piece];
  }
  const [word, places] = Object.entries(joints).find(([each]) => piece.includes(each)) ?? [];
  if (word === undefined || places === undefined) return [piece];
  const at = piece.indexOf(word);
  const parts = [0, ...places].map((start, n) => word.slice(start, places[n]));
  return [
    piece.slice(0, at),
    ...parts.flatMap((part, n) => (n === 0 ? [part] : [element('span', 'shy'), part])),
    ...broken(piece.slice(at + word.length), joints),
  ];
}

/** Words with spaces between them, what was found of them in `<mark>`. */
function marked(words: readonly Word[]): (string | Node)[] {
  return words.flatMap(({ word, found }, index) => {
    const space = index < words.length - 1 ? [' '] : [];
    const at = found === undefined ? -1 : word.indexOf(found);
    if (found === undefined || at < 0) return [word, ...space];
    const mark = document.createElement('mark');
    mark.textContent = found;
    return [word.slice(0, at), mark, word.slice(at + found.length), ...space];
  });
}
