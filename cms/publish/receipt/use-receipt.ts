'use client';
import { useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { receiptViewSchema, type ReceiptView } from './receipt-view.ts';

export type ReceiptState = 'loading' | 'unavailable' | ReceiptView;

const secondMs = 1000;
/** The first looks come sooner: most publications are out before a second has passed. */
const soonMs = 300;
const soonLooks = 3;
/** A plan is made, or carried out, without a save in this form. */
const idleMs = 10 * secondMs;

/** The receipt of the article in the form: asked for after each save, each second while more will come, and then now and again. */
export function useReceipt(): ReceiptState | null {
  const { id, lastUpdateTime } = useDocumentInfo();
  const { config } = useConfig();
  const [state, setState] = useState<ReceiptState>('loading');
  const url = id === undefined ? null : `${config.routes.api}/publish/receipt/${String(id)}`;

  useEffect(() => {
    if (url === null) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (looks: number): Promise<void> => {
      const next = await fetchReceipt(url, stop.signal);
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
  }, [url, lastUpdateTime]);

  return url === null ? null : state;
}

function pauseAfter(state: ReceiptState, looks: number): number {
  if (typeof state === 'string' || !state.isLive) return idleMs;
  return looks < soonLooks ? soonMs : secondMs;
}

async function fetchReceipt(url: string, signal: AbortSignal): Promise<ReceiptState> {
  try {
    const response = await fetch(url, { credentials: 'include', signal });
    const view = receiptViewSchema.safeParse(await response.json());
    return response.ok && view.success ? view.data : 'unavailable';
  } catch {
    return 'unavailable'; // no connection, or no JSON: the panel says what to do
  }
}
