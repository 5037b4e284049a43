import { isDeepStrictEqual } from 'node:util';
import { bodyUsesOf } from '../../mapping/body-uses.ts';
import {
  readGroup,
  readReference,
  readRows,
  type PayloadDocument,
} from '../../mapping/read-document.ts';

interface Taken {
  heroImage?: null;
  interviewees?: unknown;
  body?: unknown;
  bodyUses?: string[];
}

/** What must be written to take a picture out of a state of an article; undefined when it does not show it. */
export function withoutPicture(
  state: Readonly<Record<string, unknown>>,
  picture: string,
): Taken | undefined {
  const isHero = readReference(state['heroImage']) === picture;
  const body = withoutIn(state['body'], picture);
  const isInBody = !isDeepStrictEqual(body, state['body']);
  const people = readRows(state['interviewees']);
  const isPortrait = people.some((person) => isOf(person, picture));
  if (!isHero && !isInBody && !isPortrait) return undefined;
  return {
    ...(isHero && { heroImage: null }),
    ...(isPortrait && {
      interviewees: people.map((person) =>
        isOf(person, picture) ? { ...person, portrait: null } : person,
      ),
    }),
    ...(isInBody && { body: withLines(body), bodyUses: bodyUsesOf(body) }),
  };
}

const isOf = (person: PayloadDocument, picture: string) =>
  readReference(person['portrait']) === picture;

/** Every node that shows the picture is left out, wherever it stands; everything else is as it was. */
function withoutIn(value: unknown, picture: string): unknown {
  if (Array.isArray(value))
    return value
      .filter((each) => !showsPicture(each, picture))
      .map((each) => withoutIn(each, picture));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      // A film goes on without its still.
      name === 'poster' && readReference(inner) === picture ? null : withoutIn(inner, picture),
    ]),
  );
}

const showsPicture = (node: unknown, picture: string) =>
  [readGroup(readGroup(node)['fields']), readGroup(node)].some(
    (fields) => readReference(fields['media']) === picture,
  );

/** The editor opens no text without a line: a body of nothing but the picture keeps an empty one. */
function withLines(body: unknown): unknown {
  const root = readGroup(readGroup(body)['root']);
  const { children } = root;
  if (!Array.isArray(children) || children.length > 0) return body;
  return { ...readGroup(body), root: { ...root, children: [emptyLine] } };
}

const emptyLine = {
  ...{ type: 'paragraph', version: 1, children: [] },
  ...{ direction: null, format: '', indent: 0, textFormat: 0, textStyle: '' },
};
