'use client';
import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui';
import { useMemo, type ReactNode } from 'react';
import { withoutTyped } from './typed-since.ts';

type GetFormState = ReturnType<typeof useServerFunctions>['getFormState'];

/** After a save the form of an article asks how it looks with what the server took: that is not laid over what was written meanwhile. */
export function KeepTyped({ children }: { children: ReactNode }) {
  const functions = useServerFunctions();
  const ours = useMemo(() => {
    const getFormState: GetFormState = async (asked) => {
      const answer = await functions.getFormState(asked);
      const { data, formState: sent, id, renderAllFields } = asked;
      const isAfterSave = data !== undefined && renderAllFields === false;
      return answer.state && sent && isAfterSave
        ? { ...answer, state: withoutTyped(String(id), sent, answer.state) }
        : answer;
    };
    return { ...functions, getFormState };
  }, [functions]);
  return <ServerFunctionsContext value={ours}>{children}</ServerFunctionsContext>;
}
