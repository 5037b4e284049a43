import { diff3Merge } from 'node-diff3';
import { asKey } from './is-alike.ts';
import { mergeValues } from './merge-values.ts';

/** A body as the text editor keeps it, as far as it matters here: its paragraphs, headings, lists and boxes. */
export interface Body {
  root: { children: Part[] };
}
type Part = Record<string, unknown>;

export type Choice = 'mine' | 'theirs' | 'both';

/** A place where both wrote: what is there of each. */
export interface Clash {
  mine: Part[];
  theirs: Part[];
}

/**
 * Two texts that were one (`base`) as one again: each part as whoever changed it left it. Where both changed the same
 * part, `choices` says whose it is, by the number of the place; until then mine stands there, and the place is among `clashes`.
 */
export function mergeBodies(
  { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', Body>,
  choices: Readonly<Record<number, Choice>> = {},
): { body: Body; clashes: Clash[] } {
  const known = new Map<string, Part>();
  const keysOf = (body: Body, isNewest = false) =>
    body.root.children.map((part) => {
      const key = asKey(part);
      if (isNewest || !known.has(key)) known.set(key, part);
      return key;
    });
  const [o, b, a] = [keysOf(base), keysOf(theirs), keysOf(mine, true)];
  const partsOf = (keys: Keys) =>
    keys.map((key) => known.get(key)).filter((part) => part !== undefined);
  const clashes: Clash[] = [];
  const children: Part[] = [];
  for (const region of diff3Merge(a, o, b)) {
    if (region.ok !== undefined) {
      children.push(...partsOf(region.ok));
      continue;
    }
    if (region.conflict === undefined) continue;
    for (const place of splitClash(region.conflict)) {
      if ('keys' in place) {
        children.push(...partsOf(place.keys));
        continue;
      }
      const { o: was } = place;
      const box = was && mergeBox(partsOf([was, ...place.a, ...place.b]));
      if (box) {
        children.push(box);
        continue;
      }
      const clash = { mine: partsOf(place.a), theirs: partsOf(place.b) };
      children.push(...chosen(clash, choices[clashes.length] ?? 'mine'));
      clashes.push(clash);
    }
  }
  return { body: { ...mine, root: { ...mine.root, children } }, clashes };
}

const chosen = ({ mine, theirs }: Clash, choice: Choice): Part[] =>
  choice === 'both' ? [...mine, ...theirs] : choice === 'mine' ? mine : theirs;

/** One box of which each changed other fields, or other rows; undefined where that is not so. */
function mergeBox([base, mine, theirs]: Part[]): Part | undefined {
  const [was, here, there] = [base, mine, theirs].map((part) => fieldsOf(part));
  if (was === undefined || here === undefined || there === undefined) return undefined;
  if (here['id'] !== there['id'] || here['blockType'] !== there['blockType']) return undefined;
  const fields = mergeValues({ base: was, mine: here, theirs: there })?.value;
  return fields === undefined ? undefined : { ...mine, fields };
}

const fieldsOf = (part: Part | undefined): Part | undefined => {
  const fields = part?.['type'] === 'block' ? part['fields'] : undefined;
  return typeof fields === 'object' && fields !== null ? { ...fields } : undefined;
};

type Keys = readonly string[];

/** Neighbours that each changed one part of are no clash: part by part it is somebody's. */
function splitClash({
  a,
  o,
  b,
}: {
  a: Keys;
  o: Keys;
  b: Keys;
}): ({ keys: Keys } | { a: Keys; b: Keys; o?: string })[] {
  if (a.length !== o.length || b.length !== o.length) return [{ a, b }];
  return o.map((was, n) => {
    const mine = a[n] ?? '';
    const theirs = b[n] ?? '';
    if (mine === was || mine === theirs) return { keys: [theirs] };
    return theirs === was ? { keys: [mine] } : { a: [mine], b: [theirs], o: was };
  });
}
