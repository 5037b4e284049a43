/** How a person, or a program that has no lists, writes an item of one. */
const bullet = /^(?:[·•▪▫◦‣∙●○■□◆◇❖⁃➢➤►▸✓✔☐☑\uf0a7\uf0b7]|\*(?=\s))\s*/u;
const counted =
  /^\(?((?:\d{1,3}\.)*\d{1,3}|[a-z]|[ivx]{1,5})[.)](?:(?=\s)\s*|(?<=\d[.)])(?=\p{Lu}))/iu;

export interface Marker {
  isOrdered: boolean;
  length: number;
  /** What it counts: 3 for «3.», «1.3.» and «c)»; 0 for a bullet. */
  number: number;
  /** How many numbers it has before that: 1 for «1.3.». */
  above: number;
}

/**
 * The marker at the beginning of a line, and what it makes of it. A hyphen or a dash is none: in Norwegian a reply
 * begins with it.
 */
export function readMarker(line: string): Marker | undefined {
  // «A. Hansen» and «I. Bergen» may be people: their letters are not lost.
  return /^\(?\p{Lu}+\./u.test(line) ? undefined : readSign(line);
}

/** The same of what is known to be a marker. */
export function readSign(line: string): Marker | undefined {
  const ordered = counted.exec(line);
  const found = ordered ?? bullet.exec(line);
  if (found === null) return undefined;
  const signs = ordered?.[1]?.split('.') ?? [];
  return {
    ...{ isOrdered: ordered !== null, length: found[0].length },
    ...{ number: numberOf(signs.at(-1) ?? '0'), above: Math.max(0, signs.length - 1) },
  };
}

const roman: Record<string, number> = { i: 1, v: 5, x: 10 };

/** `i` is the first of Roman numbers, and `v` and `x` come after others of them. */
function numberOf(sign: string): number {
  if (/^\d+$/.test(sign)) return Number(sign);
  const letters = sign.toLowerCase();
  if (!/^[ivx]+$/.test(letters)) return letters.charCodeAt(0) - 96;
  const values = Array.from(letters, (letter) => roman[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}
