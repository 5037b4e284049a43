'use client';
import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui';
import type { FormState } from 'payload';
import { useMemo, type ReactNode } from 'react';
import type { BoxFields } from './box-forms.ts';

/** Between two questions that stay without an answer, in ms. */
const pause = 2_000;

type GetFormState = ReturnType<typeof useServerFunctions>['getFormState'];
type Asked = Parameters<GetFormState>[0];

/**
 * How boxes are drawn. A box asks the server how its fields look, when it is made and after each change. Without an answer
 * Payload draws no box, or takes the running text out of it with all that was typed there: so the question is asked until
 * it is answered. And it is asked once for each kind of box: the next is drawn at once.
 */
export function DrawBoxes({ children }: { children: ReactNode }) {
  const functions = useServerFunctions();
  const ours = useMemo(() => {
    /** By document and kind: an empty box. */
    const empty = new Map<string, FormState>();
    const getFormState: GetFormState = async (asked) => {
      const kind = `${String(asked.id)} ${asked.schemaPath}`;
      const fields = asked.initialBlockData;
      const known = fields && empty.get(kind);
      const filled = known && fill(known, fields);
      if (filled) return { state: filled };
      const answer = await askPatiently(functions.getFormState, asked);
      if (fields && isEmpty(fields) && answer.state) empty.set(kind, answer.state);
      return answer;
    };
    return { ...functions, getFormState };
  }, [functions]);
  return <ServerFunctionsContext value={ours}>{children}</ServerFunctionsContext>;
}

async function askPatiently(ask: GetFormState, asked: Asked) {
  const isOfBox = 'initialBlockData' in asked || 'initialBlockFormState' in asked;
  let answer = await ask(asked);
  while (isOfBox && !answer.state && asked.signal?.aborted !== true) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    answer = await ask(asked);
  }
  return answer;
}

/** What every box has. */
const own = new Set(['id', 'blockType', 'blockName']);
const isEmpty = (fields: BoxFields) => Object.keys(fields).every((name) => own.has(name));

/** The empty box with these fields in it. Undefined where the server must draw: rows, and fields that come and go. */
function fill(empty: FormState, fields: BoxFields): FormState | undefined {
  const comesAndGoes = Object.values(empty).some(
    ({ passesCondition }) => passesCondition === false,
  );
  if (comesAndGoes && !isEmpty(fields)) return undefined;
  const isKnown = ([name, value]: [string, unknown]) =>
    own.has(name) ||
    value === undefined ||
    (empty[name] !== undefined && (!Array.isArray(value) || empty[name].rows === undefined));
  if (!Object.entries(fields).every(isKnown)) return undefined;
  return Object.fromEntries(
    Object.entries(empty).map(([path, field]) => {
      const value = path in fields ? fields[path] : field.value;
      return [path, { ...field, value, initialValue: value }];
    }),
  );
}
