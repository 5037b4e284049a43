'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { z } from 'zod';

export type ViewState<T> = 'loading' | 'unavailable' | T;

/**
 * What an address of ours says of the document in the form: asked for after each save, whenever the window is
 * looked at again, and after `pauseAfter` (ms) as long as the form is open. Null without an address.
 * `schema` and `pauseAfter` must be the same ones at each rendering.
 */
export function useView<T>(
  url: string | null,
  schema: z.ZodType<T>,
  pauseAfter: (state: ViewState<T>, looks: number) => number,
): ViewState<T> | null {
  const { lastUpdateTime } = useDocumentInfo();
  const [state, setState] = useState<ViewState<T>>('loading');

  useEffect(() => {
    if (url === null) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (looks: number): Promise<void> => {
      const next = await fetchView(url, schema, stop.signal);
      if (stop.signal.aborted) return;
      setState(next);
      timer = setTimeout(() => void look(looks + 1), pauseAfter(next, looks));
    };
    const lookAnew = () => {
      clearTimeout(timer);
      void look(0);
    };
    void look(0);
    window.addEventListener('focus', lookAnew);
    return () => {
      stop.abort();
      clearTimeout(timer);
      window.removeEventListener('focus', lookAnew);
    };
  }, [url, lastUpdateTime, schema, pauseAfter]);

  return url === null ? null : state;
}

/** What an address of ours says, once. */
export async function fetchView<T>(
  url: string,
  schema: z.ZodType<T>,
  signal: AbortSignal,
): Promise<ViewState<T>> {
  try {
    const response = await fetch(url, { credentials: 'include', signal });
    const view = schema.safeParse(await response.json());
    return response.ok && view.success ? view.data : 'unavailable';
  } catch {
    return 'unavailable'; // no connection, or no JSON: the panel says what to do
  }
}
