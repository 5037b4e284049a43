/** A piece of HTML that is already safe. Only `markup` and `trusted` make one. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Part = string | number | Markup | readonly Part[] | null | undefined | false;

/** HTML from a template; every value that is not Markup is escaped. Nothing is printed for null and false. */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]) =>
  new Markup(strings.reduce((html, piece, index) => html + print(parts[index - 1]) + piece));

/** For text of our own (style sheets), never for text from outside. */
export const trusted = (html: string) => new Markup(html);

function print(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.html;
  if (typeof part === 'object') return part.map(print).join('');
  return escapeHtml(String(part));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for element content and quoted attributes, in HTML and in XML. */
export const escapeHtml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text;
