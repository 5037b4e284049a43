import { bookkeeping } from '../releases/bookkeeping.ts';
import { isAlike } from './is-alike.ts';
import { mergeValues } from './merge-values.ts';
import { mergeBodies, type Body, type Choice, type Clash } from './merge-bodies.ts';
import type { FormData } from './unsaved/save-keeper.ts';

/** What two people, or two tabs, made of one article. */
export interface Sides {
  /** What both began with: as this tab's form held it, and as the server did. */
  base: { form: FormData; saved: FormData };
  /** What this tab's form holds now. */
  mine: FormData;
  /** What is saved now. */
  theirs: FormData;
}

/** A field, or a place in the body, that both changed. Its `key` is the field's name, or `body:` and a number. */
export type Conflict =
  | { key: string; field: string; mine: unknown; theirs: unknown }
  | ({ key: string; field: 'body' } & Clash);

export interface Merged {
  /** The newest state with what this tab changed of it. */
  data: FormData;
  /** The fields, by name, that another changed and that this tab gets to see now. */
  taken: string[];
  /** What `choices` do not say yet; mine stands there until then. */
  open: Conflict[];
}

/** By the key of a conflict, whose it is to be. Both are kept in the body only. */
export type Choices = Readonly<Record<string, Choice>>;

/** A three-way merge, field by field, of the body part by part. */
export function mergeForms({ base, mine, theirs }: Sides, choices: Choices = {}): Merged {
  const merged: Merged = { data: { ...theirs }, taken: [], open: [] };
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  for (const name of names) {
    if (bookkeeping.includes(name) || name === '_status') continue;
    const [here, there] = [mine[name], theirs[name]];
    const isMine = !isAlike(here, base.form[name]);
    const isTheirs = !isAlike(there, base.saved[name]) && !isAlike(there, base.form[name]);
    if (!isTheirs || isAlike(here, there)) {
      merged.data[name] = here;
    } else if (!isMine) {
      merged.taken.push(name);
    } else if (name === 'body') {
      mergeText(merged, { base: base.form[name], mine: here, theirs: there }, choices);
    } else {
      const both = mergeValues({ base: base.form[name], mine: here, theirs: there });
      if (both !== undefined) {
        merged.data[name] = both.value;
        merged.taken.push(name);
        continue;
      }
      const choice = choices[name];
      if (choice !== 'theirs') merged.data[name] = here;
      if (choice === undefined)
        merged.open.push({ key: name, field: name, mine: here, theirs: there });
    }
  }
  return merged;
}

function mergeText(
  merged: Merged,
  sides: Record<'base' | 'mine' | 'theirs', unknown>,
  choices: Choices,
): void {
  const all = { base: asBody(sides.base), mine: asBody(sides.mine), theirs: asBody(sides.theirs) };
  const ofBody = Object.entries(choices).flatMap(([key, choice]) =>
    key.startsWith('body:') ? [[Number(key.slice(5)), choice] as const] : [],
  );
  const { body, clashes } = mergeBodies(all, Object.fromEntries(ofBody));
  merged.data['body'] = body;
  merged.taken.push('body');
  clashes.forEach((clash, n) => {
    const key = `body:${String(n)}`;
    if (choices[key] === undefined) merged.open.push({ key, field: 'body', ...clash });
  });
}

const empty: Body = { root: { children: [] } };

function asBody(value: unknown): Body {
  const isBody =
    typeof value === 'object' &&
    value !== null &&
    'root' in value &&
    Array.isArray((value.root as { children?: unknown }).children); // why: a text editor's state has a root
  return isBody ? (value as Body) : empty; // why: checked the line before
}
