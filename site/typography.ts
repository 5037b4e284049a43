import type { Inline } from '../content/model/blocks.ts';

const nbsp = '\u00a0';

const units =
  '(?:kr|kroner|øre|prosent|prosentpoeng|%|‰|km|mil|meter|m|cm|mm|kg|g|gram|tonn|liter|l|dl|MB|GB|kB|W|kW|kWh|MW|GWh|°C|' +
  'sekunder|sekund|minutter|minutt|min|timer|time|dager|dag|uker|uke|måneder|måned|år|' +
  'tusen|millioner|million|mill\\.|milliarder|milliard|mrd\\.|' +
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)';

const rules: readonly (readonly [RegExp, string])[] = [
  [/\.\.\./g, '…'],
  [/(?<=\s)--?(?=\s)/g, '–'],
  [/(?<=\p{L})'(?=\p{L})/gu, '’'],
  // Thousands: 62 000, 1 250 000.
  [/(?<=\d) (?=\d{3}(?!\d))/g, nbsp],
  [new RegExp(`(?<=\\d\\.?) (?=${units}(?![\\p{L}\\d]))`, 'gu'), nbsp],
  [/(?<=(?<!\p{L})(?:kl|nr|ca|St|s|§|§§|pst|tlf|mr|fru)\.?) (?=\d)/gu, nbsp],
  [/(?<=(?<!\p{L})(?:[a-zæøå]\.)) (?=[a-zæøå]\.(?!\p{L}))/gu, nbsp],
];

/**
 * Norwegian typography for one text: « » for straight double quotes, – for a hyphen between spaces, …,
 * and no-break spaces where a line must not end. A leading "- " becomes the speech dash "– ".
 * `before` is the character that stands before the text (inline marks split a sentence into nodes).
 * Applying it twice changes nothing more.
 */
export function typeset(source: string, before = ''): string {
  let result = source;
  for (const [pattern, replacement] of rules) result = result.replace(pattern, replacement);
  if (before === '') result = result.replace(/^[-–]\s+(?=\S)/, `–${nbsp}`);
  return quotes(result, before);
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

/** A straight quote opens at the start of a word and closes after one. */
function quotes(text: string, before: string): string {
  return text.replace(/"/g, (_, offset: number) => {
    const previous = offset === 0 ? before : (text[offset - 1] ?? '');
    return previous === '' || /[\s([{«–—/-]/u.test(previous) ? '«' : '»';
  });
}
