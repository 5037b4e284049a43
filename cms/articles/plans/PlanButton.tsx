'use client';
import { Button, toast, useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useView } from '../../admin/use-view.ts';
import styles from './PlanButton.module.css';
import { PlanDialogue } from './PlanDialogue.tsx';
import { describePlan, plansSchema, type Plans } from './plans-schema.ts';
import { planText } from './text.ts';

const words = planText.dialogue;
/** How often it is asked whether a plan has been carried out, in ms: soon after its time. */
const pause = 15_000;
const soon = 1_000;

/** «Planlegg …», and beside it what is planned. In place of Payload's drawer. */
export function PlanButton() {
  const { hasPublishPermission, id } = useDocumentInfo();
  if (hasPublishPermission !== true || id === undefined) return null;
  return <Planned id={String(id)} />;
}

function Planned({ id }: { id: string }) {
  const { config } = useConfig();
  const url = `${config.routes.api}/desk/plans/${id}`;
  const [isOpen, setIsOpen] = useState(false);
  const [changed, setChanged] = useState<Plans>();
  const isReleased = useRef(false);
  const pauseAfter = useCallback(() => (isReleased.current ? soon : pause), []);
  const seen = useView(url, plansSchema, pauseAfter);
  const found = typeof seen === 'object' ? seen?.plans : undefined;
  useEffect(() => setChanged(undefined), [found]);
  const plans = changed ?? found ?? [];
  useCarriedOut(found, changed);
  return (
    <>
      {plans.length > 0 && (
        <span className={styles['planned']} role="status">
          {words.state(plans.map(describePlan).join(', '))}
        </span>
      )}
      <Button
        id="plan-article"
        buttonStyle="secondary"
        margin={false}
        onClick={() => setIsOpen(true)}
      >
        {words.action}
      </Button>
      {isOpen && (
        <PlanDialogue
          {...{ url, plans }}
          onClose={() => setIsOpen(false)}
          onChange={(next, what) => {
            setChanged(next);
            if (what === 'planned') toast.success(words.done);
            if (what !== 'released') return;
            isReleased.current = true;
            toast.success(words.releasing);
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}

/**
 * A plan that is gone without having been dropped here was carried out: the article is another than the screen says. It
 * is shown anew, unless somebody is writing.
 */
function useCarriedOut(found: Plans | undefined, changed: Plans | undefined): void {
  const isModified = useFormModified();
  const known = useRef<Plans>([]);
  useEffect(() => {
    if (found === undefined) return;
    const isDue = ({ at, isHeld }: Plans[number]) => !isHeld && Date.parse(at) <= Date.now();
    const carriedOut = known.current.filter(
      (plan) => isDue(plan) && !found.some(({ id }) => id === plan.id),
    );
    known.current = found;
    if (carriedOut.length === 0) return;
    if (isModified) toast.info(words.carriedOut);
    else window.location.reload();
  }, [found, isModified]);
  useEffect(() => {
    if (changed !== undefined) known.current = changed;
  }, [changed]);
}
