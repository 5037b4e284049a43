'use client';
import { useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useView, type ViewState } from '../../admin/use-view.ts';
import { receiptViewSchema, type ReceiptView } from './receipt-view.ts';

const secondMs = 1000;
/** The first looks come sooner: most releases are out before a second has passed. */
const soonMs = 300;
const soonLooks = 3;
/** A plan is made, or carried out, without a save in this form. */
const idleMs = 10 * secondMs;

/** The receipt of the article in the form, looked at more often while more will come. */
export function useReceipt(): ViewState<ReceiptView> | null {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const url = id === undefined ? null : `${config.routes.api}/publish/receipt/${String(id)}`;
  return useView(url, receiptViewSchema, pauseAfter);
}

function pauseAfter(state: ViewState<ReceiptView>, looks: number): number {
  if (typeof state === 'string' || !state.isUnderway) return idleMs;
  return looks < soonLooks ? soonMs : secondMs;
}
