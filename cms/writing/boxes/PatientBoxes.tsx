'use client';
import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui';
import { useMemo, type ReactNode } from 'react';

/** Between two questions that stay without an answer, in ms. */
const pause = 2_000;

type GetFormState = ReturnType<typeof useServerFunctions>['getFormState'];

/**
 * A box asks the server how its fields look, when it is made and after each change. Without an answer Payload draws no
 * box, or takes the running text out of it with all that was typed there: so the question is asked until it is answered.
 */
export function PatientBoxes({ children }: { children: ReactNode }) {
  const functions = useServerFunctions();
  const patient = useMemo(
    () => ({ ...functions, getFormState: askPatiently(functions.getFormState) }),
    [functions],
  );
  return <ServerFunctionsContext value={patient}>{children}</ServerFunctionsContext>;
}

const askPatiently =
  (ask: GetFormState): GetFormState =>
  async (asked) => {
    const isOfBox = 'initialBlockData' in asked || 'initialBlockFormState' in asked;
    let answer = await ask(asked);
    while (isOfBox && !answer.state && asked.signal?.aborted !== true) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      answer = await ask(asked);
    }
    return answer;
  };
