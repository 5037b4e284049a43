'use client';
import {
  FormSubmit,
  toast,
  useConfig,
  useDocumentInfo,
  useFormModified,
  useTranslation,
} from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { hasMasthead } from '../../mapping/has-masthead.ts';
import { fetchView } from '../../admin/use-view.ts';
import { MastheadDialogue } from '../checklist/MastheadDialogue.tsx';
import { PlanButton } from '../plans/PlanButton.tsx';
import { PlannedDialogue } from '../plans/PlannedDialogue.tsx';
import { plansSchema, type Plans } from '../plans/plans-schema.ts';
import { text } from '../../shared/text.ts';
import { usePublish } from './use-publish.ts';

const publicationSchema = z.looseObject({});

/** It has an id of its own, so that it outlives what repeats itself at each try to save. */
const sayNoConnection = () => toast.error(text.noConnection, { id: 'not-published' });

/**
 * «Publiser» and «Planlegg …». In place of Payload's button, whose drawer reads a day after its month, and plans what
 * somebody else saved a moment before.
 */
export function PublishButton() {
  const { hasPublishedDoc, hasPublishPermission, id, unpublishedVersionCount } = useDocumentInfo();
  const publish = usePublish();
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

  const plansUrl = `${config.routes.api}/desk/plans/${String(id)}`;
  const askWhatIsPlanned = async () => {
    const seen =
      id === undefined
        ? { plans: [] }
        : await fetchView(plansUrl, plansSchema, AbortSignal.timeout(5_000));
    if (typeof seen !== 'object') return sayNoConnection();
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
    if (typeof seen !== 'object') sayNoConnection();
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
