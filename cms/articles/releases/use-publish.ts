'use client';
import { toast, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui';
import { formatAdminURL } from 'payload/shared';
import { lastWords } from '../../admin/latest-body.ts';
import { text as words } from '../../admin/text.ts';

/** Publishes what the form holds. Resolves to whether it is out; where it is not, the form has said why. */
export function usePublish(): () => Promise<boolean> {
  const info = useDocumentInfo();
  const { submit } = useForm();
  const { config } = useConfig();
  const { id } = info;
  return async () => {
    const path: `/${string}` =
      id === undefined ? '/articles?depth=0' : `/articles/${String(id)}?depth=0`;
    const result = await submit({
      action: formatAdminURL({ apiRoute: config.routes.api, path }),
      // What was typed just before the button was pressed is on its way to the form.
      overrides: { _status: 'published', ...lastWords(String(id)) },
      disableSuccessStatus: true,
    });
    if (!result) return false;
    info.setUnpublishedVersionCount(0);
    info.setMostRecentVersionIsAutosaved(false);
    info.setHasPublishedDoc(true);
    toast.success(words.published);
    return true;
  };
}
