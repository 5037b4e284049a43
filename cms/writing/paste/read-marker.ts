/** How a person, or a program that has no lists, writes an item of one. */
const bullet = /^(?:[·•▪▫◦‣∙●○■□\uf0a7\uf0b7]|\*(?=\s))\s*/u;
const counted = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=\s)\s*/i;

/**
 * The marker at the beginning of a line, and what it makes of it. A hyphen or a dash is none: in Norwegian a reply
 * begins with it.
 */
export function readMarker(line: string): { isOrdered: boolean; length: number } | undefined {
  const ordered = counted.exec(line);
  const found = ordered ?? bullet.exec(line);
  return found === null ? undefined : { isOrdered: ordered !== null, length: found[0].length };
}
