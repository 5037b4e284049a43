import type { Inline } from '../../../content/model/blocks/rich-text.ts';

const nbsp = '\u00a0';

const units =
  '(?:kr|kroner|øre|prosent|prosentpoeng|%|‰|km|mil|meter|m|cm|mm|kg|g|gram|tonn|liter|l|dl|MB|GB|kB|W|kW|kWh|MW|GWh|°C|' +
  'sekunder|sekund|minutter|minutt|min|timer|time|dager|dag|uker|uke|måneder|måned|år|' +
  'tusen|millioner|million|mill\\.|milliarder|milliard|mrd\\.|' +
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)';

const numberAndUnit = new RegExp(`(\\d\\.?) (?=${units}(?![\\p{L}\\d]))`, 'gu');
const thousands = /(\d) (?=\d{3}(?!\d))/g;
const abbreviated = /(?<!\p{L})((?:kl|nr|ca|St|s|pst|tlf)\.?|§§?) (?=\d)/gu;

/**
 * Norwegian typography for one text: « » for straight double quotes, – for a hyphen between spaces, …,
 * and no-break spaces where a line must not end. A leading "- " becomes the speech dash "– ".
 * `before` is the character that stands before the text (inline marks split a sentence into nodes).
 * Applying it twice changes nothing more.
 */
export function typeset(source: string, before = ''): string {
  let text = source;
  if (text.includes('...')) text = text.replaceAll('...', '…');
  if (text.includes('-')) text = text.replace(/(?<=\s)--?(?=\s)/g, '–');
  if (text.includes("'")) text = text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
  if (/\d/.test(text)) {
    text = text
      .replace(thousands, `$1${nbsp}`)
      .replace(numberAndUnit, `$1${nbsp}`)
      .replace(abbreviated, `$1${nbsp}`);
  }
  if (before === '') text = text.replace(/^[-–]\s+(?=\S)/, `–${nbsp}`);
  return text.includes('"') ? quotes(text, before) : text;
}

/** The same for a run of inline nodes, which count as one sentence. */
export function typesetInline(nodes: readonly Inline[]): Inline[] {
  let before = '';
  const walk = <T extends Inline>(node: T): T => {
    if (node.type === 'text') {
      const text = typeset(node.text, before);
      before = text.at(-1) ?? before;
      return { ...node, text };
    }
    if (node.type === 'break') {
      before = '';
      return node;
    }
    return { ...node, children: node.children.map(walk) };
  };
  return nodes.map(walk);
}

/** A straight quote opens at the start of a word and closes after one; 15" stays inches. */
function quotes(text: string, before: string): string {
  return text.replace(/"/g, (sign, offset: number) => {
    const previous = offset === 0 ? before : (text[offset - 1] ?? '');
    if (previous === '' || /[\s([{«–—/=-]/u.test(previous)) return '«';
    const isInch = /\d/.test(previous) && !/["«][^"»]*$/.test(text.slice(0, offset));
    return isInch ? sign : '»';
  });
}
