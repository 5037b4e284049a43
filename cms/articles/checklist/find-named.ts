const box = '.LexicalEditorTheme__block';
/** Where somebody writes, or presses. */
export const entry = 'input:not([type="hidden"]), textarea, [contenteditable="true"], button';

/**
 * What a sentence of the checklist names in «» within the text: an empty field of an unfinished box, the box, or a link by
 * its words or its address. Undefined where it names nothing that stands there.
 */
export function findNamed(sentence: string, text: Element): HTMLElement | undefined {
  const names = [...sentence.matchAll(/«([^»]+)»/g)].map(([, name = '']) => name);
  const boxes = [...text.querySelectorAll<HTMLElement>(box)].filter((each) =>
    names.includes(wordsOf(each.querySelector(`${box}__block-pill`))),
  );
  const fields = boxes.flatMap((each) =>
    [...each.querySelectorAll<HTMLElement>('.field-type')].filter((field) =>
      names.includes(wordsOf(field.querySelector('.field-label')).replace(/\s*\*$/, '')),
    ),
  );
  const links = [...text.querySelectorAll('a')].filter((link) =>
    [wordsOf(link), link.getAttribute('href') ?? ''].some((each) => names.includes(each)),
  );
  return fields.find(isEmpty) ?? boxes[0] ?? links[0];
}

const wordsOf = (element: Element | null): string => element?.textContent.trim() ?? '';

function isEmpty(field: HTMLElement): boolean {
  const place = field.querySelector(entry);
  return place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement
    ? place.value.trim() === ''
    : wordsOf(place) === '';
}
