import { parseHTML } from 'linkedom';

/** The body of a page, or of a piece of one, as a DOM. No script is run, nothing is fetched. */
export function parseBody(html: string): HTMLElement {
  const isPage = /<(html|body)[\s>]/i.test(html);
  const page = isPage ? html : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(page).document.body;
}

/** The words of a piece of HTML: tags gone, entities read, white space as one space. */
export const textOf = (html: string): string =>
  (/[<&]/.test(html) ? parseBody(html).textContent : html).replace(/\s+/g, ' ').trim();
