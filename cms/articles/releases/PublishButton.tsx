'use client';
import {
  FormSubmit,
  toast,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useTranslation,
} from '@payloadcms/ui';
import { formatAdminURL } from 'payload/shared';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { hasMasthead } from '../../mapping/has-masthead.ts';
import { lastWords } from '../../admin/latest-body.ts';
import { fetchView } from '../../admin/use-view.ts';
import { MastheadDialogue } from '../checklist/MastheadDialogue.tsx';
import { PlanButton } from '../plans/PlanButton.tsx';
import { PlannedDialogue } from '../plans/PlannedDialogue.tsx';
import { plansSchema, type Plans } from '../plans/plans-schema.ts';
import { text as words } from '../../admin/text.ts';

const publicationSchema = z.looseObject({});

/**
 * «Publiser» and «Planlegg …». In place of Payload's button, whose drawer reads a day after its month, and plans what
 * somebody else saved a moment before.
 */
export function PublishButton() {
  const info = useDocumentInfo();
  const { hasPublishedDoc, hasPublishPermission, id, unpublishedVersionCount } = info;
  const { submit } = useForm();
  const isModified = useFormModified();
  const { config } = useConfig();
  const { t } = useTranslation();

  useEffect(() => {
    // It is saved by itself; the browser need not offer to save the page.
    const keep = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') event.preventDefault();
    };
    document.addEventListener('keydown', keep);
    return () => document.removeEventListener('keydown', keep);
  }, []);
  const [isAsking, setIsAsking] = useState(false);
  const [planned, setPlanned] = useState<Plans>([]);
  if (hasPublishPermission !== true) return null;

  const publish = async (): Promise<boolean> => {
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
  const plansUrl = `${config.routes.api}/desk/plans/${String(id)}`;
  const askWhatIsPlanned = async () => {
    const seen =
      id === undefined
        ? { plans: [] }
        : await fetchView(plansUrl, plansSchema, AbortSignal.timeout(5_000));
    if (typeof seen !== 'object') return toast.error(words.noConnection);
    const waiting = seen.plans.filter(({ type, hasFailed }) => type === 'publish' && !hasFailed);
    if (waiting.length === 0) return publish();
    return setPlanned(waiting);
  };
  const askOrPublish = async () => {
    const seen = await fetchView(
      `${config.routes.api}/globals/publication?depth=0`,
      publicationSchema,
      AbortSignal.timeout(5_000),
    );
    if (typeof seen !== 'object') toast.error(words.noConnection);
    else if (hasMasthead(seen)) await askWhatIsPlanned();
    else setIsAsking(true);
  };
  const hasSomething = isModified || unpublishedVersionCount > 0 || hasPublishedDoc !== true;
  return (
    <>
      <PlanButton />
      <FormSubmit
        buttonId="action-save"
        disabled={!hasSomething}
        onClick={() => void askOrPublish()}
        size="medium"
        type="button"
      >
        {t('version:publishChanges')}
      </FormSubmit>
      {isAsking && (
        <MastheadDialogue
          onDone={() => void askWhatIsPlanned()}
          onClose={() => setIsAsking(false)}
        />
      )}
      {planned.length > 0 && (
        <PlannedDialogue
          {...{ url: plansUrl, plans: planned, publish }}
          onClose={() => setPlanned([])}
        />
      )}
    </>
  );
}
