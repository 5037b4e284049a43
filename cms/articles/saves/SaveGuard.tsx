'use client';

import { useDocumentInfo, useField, useFormBackgroundProcessing } from '@payloadcms/ui';
import { useEffect } from 'react';
import { dismissToasts } from './unsaved/dismiss-toasts.ts';
import { MergeChanges } from './MergeChanges.tsx';
import { thisTab } from './tab.ts';

/**
 * Tells the server which tab saves, and keeps what is written here and what others save together. The field
 * `savedFrom` of the article.
 */
export function SaveGuard({ path }: { path: string }) {
  const { errorMessage, setValue, value } = useField<string>({ path });
  const isSaving = useFormBackgroundProcessing();
  const { id } = useDocumentInfo();

  useEffect(() => {
    const tab = thisTab();
    if (value === tab) return undefined;
    // After the form has laid its first state over whatever its fields set while they were mounted.
    const timer = setTimeout(() => setValue(tab, true), 0);
    return () => clearTimeout(timer);
  }, [setValue, value]);
  useEffect(() => {
    // What is being merged, or is asked about below, need not pop up at each try of autosave.
    if (errorMessage !== undefined && !isSaving) dismissToasts();
  }, [errorMessage, isSaving]);
  return id === undefined ? null : <MergeChanges key={String(id)} id={String(id)} />;
}
