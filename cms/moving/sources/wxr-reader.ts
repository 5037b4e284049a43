import sax from 'sax';
import type { Archive } from '../archive.ts';

/** Characters that XML 1.0 forbids, and that WordPress writes all the same (https://www.w3.org/TR/xml/#charsets). */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** A text of so many characters is no article. */
const longest = 20_000_000;

/** An element with elements in it: each of these by its name, and what it says. */
export interface Row {
  texts: Map<string, string>;
  attributes: Map<string, string>;
  rows: Map<string, Row[]>;
}
const rowNames = new Set([
  'item',
  'wp:author',
  'wp:category',
  'wp:tag',
  'wp:term',
  'wp:postmeta',
  'wp:comment',
  'category',
  'enclosure',
]);

const aRow = (attributes: Record<string, string>): Row => ({
  texts: new Map(),
  attributes: new Map(Object.entries(attributes)),
  rows: new Map(),
});

/**
 * WordPress eXtended RSS (https://wordpress.org/documentation/article/tools-export-screen/), also Squarespace's export,
 * which is written like it. `chunks`: the decoded text, in pieces. Entities that a file defines itself are not expanded; what is no XML is
 * told with its line, and what stands before and behind it is read.
 */
export class WxrReader {
  readonly #parser = sax.parser(true, { position: true });
  readonly #channel = aRow({});
  readonly #open: { row: Row; name: string }[] = [{ row: this.#channel, name: 'channel' }];
  readonly #file: string;
  readonly unreadable: Archive['unreadable'] = [];
  #text = '';
  #depth: string[] = [];

  constructor(file: string) {
    this.#file = file;
    const parser = this.#parser;
    parser.onopentag = ({ name, attributes }) =>
      this.#enter(name, attributes as Record<string, string>); // why: no xmlns
    parser.onclosetag = (name) => this.#leave(name);
    parser.ontext = (text) => this.#say(text);
    parser.oncdata = (text) => this.#say(text);
    parser.onerror = () => {
      this.#tell('xml');
      parser.error = null as unknown as Error; // why: sax goes on reading once it is taken away
      parser.resume();
    };
  }

  write(chunk: string): void {
    this.#parser.write(chunk.replace(forbidden, ''));
  }

  /** A file that ends in the middle gives what was whole. */
  end(): Row {
    this.#parser.close();
    return this.#channel;
  }

  #tell(kind: 'xml' | 'tooLarge') {
    const place = `${this.#file}, linje ${this.#parser.line + 1}`;
    if (this.unreadable.at(-1)?.place !== place) this.unreadable.push({ place, kind });
  }

  #enter(name: string, attributes: Record<string, string>) {
    this.#depth.push(name);
    // Old exports have markup in titles; its words are the title's.
    if (this.#depth.slice(0, -1).includes('title')) return;
    this.#text = '';
    if (rowNames.has(name)) this.#open.push({ row: aRow(attributes), name });
  }

  #say(text: string) {
    if (this.#text.length + text.length > longest) this.#tell('tooLarge');
    else this.#text += text;
  }

  #leave(name: string) {
    this.#depth.pop();
    if (this.#depth.includes('title')) return;
    const open = this.#open.at(-1);
    if (open === undefined) return;
    if (open.name !== name || this.#open.length === 1) {
      // The channel's own elements; those of its picture and of what is around it have the same names.
      if (this.#open.length > 1 || this.#depth.at(-1) === 'channel')
        if (!open.row.texts.has(name)) open.row.texts.set(name, this.#text);
      this.#text = '';
      return;
    }
    this.#open.pop();
    const around = this.#open.at(-1)?.row;
    open.row.texts.set('', this.#text);
    const alike = around?.rows.get(name);
    if (alike) alike.push(open.row);
    else around?.rows.set(name, [open.row]);
    this.#text = '';
  }
}
