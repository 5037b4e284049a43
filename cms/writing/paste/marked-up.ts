/** What reviewing leaves in a text that is pasted: comments, struck words; and what is raised or lowered in it. */

const styleOf = (node: Element) => node.getAttribute('style') ?? '';
const hrefOf = (node: Element | null) => node?.getAttribute('href') ?? '';

/**
 * How many comments an element holds, when it is nothing but comments (Word, Outlook, Google Docs); 0 for the mark in
 * the text that leads to one; undefined for text.
 */
export function commentsIn(node: Element): number | undefined {
  const style = styleOf(node);
  if (/mso-element\s*:\s*comment-list/i.test(style))
    return [...node.querySelectorAll('[style]')].filter(isWordComment).length || 1;
  if (isWordComment(node)) return 1;
  if (/\b(MsoCommentReference|msocomanchor)\b/.test(node.className)) return 0;
  if (/^#(_msocom|cmnt\d)/.test(hrefOf(node))) return 0;
  const first = node.firstElementChild;
  const mark = first?.tagName.toUpperCase() === 'SUP' ? first.firstElementChild : first;
  return /^#cmnt_ref/.test(hrefOf(mark ?? null)) ? 1 : undefined;
}

const isWordComment = (node: Element) => /mso-element\s*:\s*comment\s*(;|$)/i.test(styleOf(node));

/** The sign of a note, as LibreOffice has it, set off from the words beside it: ¹, or [i]. Undefined for other elements. */
export function noteSign(node: Element): string | undefined {
  const kind = /\bsd(?:foot|end)note(anc|sym)\b/.exec(node.className)?.[1];
  const sign = node.textContent.trim();
  if (kind === undefined || sign === '') return undefined;
  return `${inSigns(sign, raised) ?? `[${sign}]`}${kind === 'sym' ? ' ' : ''}`;
}

/** Words that were taken out, and are shown struck through so that others see it. */
export const isStruck = (node: Element): boolean =>
  ['DEL', 'S', 'STRIKE'].includes(node.tagName.toUpperCase()) ||
  /text-decoration(-line)?\s*:[^;]*line-through/i.test(styleOf(node));

const plain = '0123456789+-=()';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';

/**
 * `10<sup>6</sup>` is 10⁶ and not 106; CO₂, m² and the number of a note stand as they stood. Undefined for what is
 * neither raised nor lowered, or has no such letters.
 */
export function raisedText(node: Element): string | undefined {
  const tag = node.tagName.toUpperCase();
  const aligned = /vertical-align\s*:\s*(super|sub)\b/i.exec(styleOf(node))?.[1]?.toLowerCase();
  const isRaised = tag === 'SUP' || aligned === 'super';
  if (!isRaised && tag !== 'SUB' && aligned !== 'sub') return undefined;
  const signs = [...node.textContent.trim().replaceAll('−', '-').replaceAll('–', '-')];
  return inSigns(signs.join(''), isRaised ? raised : lowered);
}

/** Figures and their signs in those of another height; undefined when some have none there. */
function inSigns(text: string, set: string): string | undefined {
  const letters = [...text].map((sign) => set[plain.indexOf(sign)]);
  return letters.length > 0 && letters.every((letter) => letter !== undefined)
    ? letters.join('')
    : undefined;
}
