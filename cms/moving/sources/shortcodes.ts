import { textOf } from './parse-html.ts';

/** A shortcode as it stands (https://codex.wordpress.org/Shortcode_API). */
export interface Shortcode {
  whole: string;
  name: string;
  isEnd: boolean;
  get: (attribute: string) => string;
  /** What stands behind the name, unread. */
  given: string;
}

/** In one pass: what is inside is looked at afterwards. Builders write brackets of their values as signs of their own. */
const pattern = /\[(\/?)([a-z][\w-]*)([^[\]]*)\]/gi;
/** «[[gallery]]» is how a text names one. */
const escaped = /\[(\[[^[\]]*\])\]/g;
const [opening, closing] = ['\ue000', '\ue001'];

/**
 * Every shortcode of a text in its turn; `replace` gives what stands in its place. «[sic]», «[red. anm.]» and «[den nye]» are
 * text: a shortcode has a name that is known, an attribute with a value, or an end.
 */
export function replaceShortcodes(
  text: string,
  isKnown: (name: string) => boolean,
  replace: (shortcode: Shortcode) => string,
): string {
  const closed = new Set(
    [...text.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name = '']) => name.toLowerCase()),
  );
  return text
    .replace(escaped, (_, inner: string) => inner.replace('[', opening).replace(']', closing))
    .replace(pattern, (whole: string, end: string, named: string, inner: string) => {
      const name = named.toLowerCase();
      const given = inner.replace(/\/\s*$/, '');
      const self = given !== inner;
      if (!/^(?:$|[\s=])/.test(given)) return whole;
      const hasValue = /[\w-]=/.test(given) || /^=/.test(given);
      if (!isKnown(name) && !hasValue && !self && !closed.has(name)) return whole;
      const attributes = attributesOf(given);
      const get = (key: string) => attributes.get(key) ?? '';
      return replace({ whole, name, given, get, isEnd: end !== '' });
    })
    .replaceAll(opening, '[')
    .replaceAll(closing, ']');
}

/** Builders write quotation marks and brackets so, and all of it is HTML. */
const builderSigns = { '%22': '"', '%91': '[', '%93': ']', '%5b': '[', '%5d': ']' } as const;

export function attributesOf(given: string): Map<string, string> {
  const found = given.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g);
  return new Map(
    [...found].map(([, name = '', ...values]) => {
      const value = values.find((each) => each !== undefined) ?? '';
      const plain = /&[#\w]+;/.test(value) ? textOf(value) : value;
      const signs = Object.entries(builderSigns);
      return [
        name.toLowerCase(),
        signs.reduce((text, [code, sign]) => text.replaceAll(code, sign), plain),
      ];
    }),
  );
}
