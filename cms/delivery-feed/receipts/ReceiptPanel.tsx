'use client';
import { Button, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import { ChangesDialogue } from '../../articles/plans/ChangesDialogue.tsx';
import { heldUntil } from '../../articles/plans/held-until.ts';
import { planText } from '../../articles/plans/text.ts';
import { usePublish } from '../../articles/releases/use-publish.ts';
import { sendJson } from '../../shared/send-json.ts';
import { formatClock, formatDuration, formatMinute } from '../../shared/format-times.ts';
import panel from '../../shared/Panel.module.css';
import styles from './ReceiptPanel.module.css';
import type { ReceiptView } from './receipt-view.ts';
import { text } from '../text.ts';
import { useReceipt } from './use-receipt.ts';

/** What became of the article's release, step by step. A `ui` field of the article. */
export function ReceiptPanel() {
  const receipt = useReceipt();
  if (receipt === null) return null;
  return (
    <section className={panel['panel']} data-ruled aria-label={text.panel.title}>
      <h2 className={panel['title']}>{text.panel.title}</h2>
      {receipt === 'loading' && <p className={panel['quiet']}>{text.panel.loading}</p>}
      {receipt === 'unavailable' && <p role="alert">{text.panel.unavailable}</p>}
      {typeof receipt === 'object' && receipt.missedPlan !== '' && (
        <MissedPlan sentence={receipt.missedPlan} />
      )}
      {typeof receipt === 'object' && receipt.plan !== null && <Planned plan={receipt.plan} />}
      {typeof receipt === 'object' && receipt.plan === null && <ChangedSince />}
      {typeof receipt === 'object' && <Release receipt={receipt} />}
    </section>
  );
}

/** What goes out or off next, and what was changed since that was approved. */
function Planned({ plan }: { plan: NonNullable<ReceiptView['plan']> }) {
  const isChanged = plan.hasWaitingChange || plan.changedUses.length > 0;
  return (
    <>
      <p className={panel['sentence']}>
        {plan.at === heldUntil
          ? text.panel.held
          : text.panel.planned(text.panel.plan[plan.type], formatMinute(plan.at, new Date()))}
        {plan.hasWaitingChange && ` ${text.panel.waitingChange}`}
        {plan.changedUses.length > 0 && ` ${text.panel.changedUses(plan.changedUses)}`}
      </p>
      {isChanged && <ApproveAnew />}
    </>
  );
}

function ApproveAnew() {
  const { id, savedDocumentData } = useDocumentInfo();
  const { config } = useConfig();
  const { user } = useAuth();
  const [isApproved, setIsApproved] = useState(false);
  const [isLooking, setIsLooking] = useState(false);
  if (user?.['role'] === 'writer') return null;
  if (isApproved) return <p role="status">{text.panel.approved}</p>;
  const approve = async () => {
    const seen: unknown = savedDocumentData?.['updatedAt'];
    const url = `${config.routes.api}/desk/plans/${String(id)}/approve`;
    const answer = await sendJson(url, { seen });
    setIsApproved(answer.ok);
    return answer.ok ? undefined : answer.message || text.panel.notApproved;
  };
  return (
    <>
      <div>
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          onClick={() => setIsLooking(true)}
        >
          {text.panel.approve}
        </Button>
      </div>
      {isLooking && (
        <ChangesDialogue id={String(id)} onApprove={approve} onClose={() => setIsLooking(false)} />
      )}
    </>
  );
}

/** What the draft would change of what readers see; whoever may publish approves it here. */
function ChangedSince() {
  const { id, hasPublishedDoc, hasPublishPermission, unpublishedVersionCount } = useDocumentInfo();
  const publish = usePublish();
  const [isLooking, setIsLooking] = useState(false);
  if (hasPublishedDoc !== true || unpublishedVersionCount === 0) return null;
  return (
    <>
      <div>
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          onClick={() => setIsLooking(true)}
        >
          {planText.changes.see}
        </Button>
      </div>
      {isLooking && (
        <ChangesDialogue
          id={String(id)}
          {...(hasPublishPermission === true && {
            onApprove: async () => ((await publish()) ? undefined : planText.changes.notOut),
          })}
          onClose={() => setIsLooking(false)}
        />
      )}
    </>
  );
}

/** What went wrong with a plan, until it is published, planned anew or let go. */
function MissedPlan({ sentence }: { sentence: string }) {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const [isGone, setIsGone] = useState(false);
  const dismiss = async () => {
    const url = `${config.routes.api}/desk/plans/${String(id)}/dismiss`;
    setIsGone((await sendJson(url)).ok);
  };
  if (isGone) return null;
  return (
    <>
      <p className={panel['sentence']} data-state="problem" role="alert">
        {sentence}
      </p>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void dismiss()}>
        {text.panel.dismissPlan}
      </Button>
    </>
  );
}

function Release({ receipt }: { receipt: ReceiptView }) {
  if (receipt.state === 'never-published') {
    if (receipt.plan !== null) return null;
    return <p className={panel['quiet']}>{text.panel.neverPublished}</p>;
  }
  return (
    <>
      <p className={panel['sentence']} data-state={receipt.state} role="status">
        {summarise(receipt)}
      </p>
      <ol className={styles['line']}>
        {receipt.steps.map(({ name, at }) => (
          <li key={name} className={styles['step']} data-done={at !== null}>
            <span>{(receipt.isRemoved ? text.removalSteps : text.steps)[name]}</span>
            <time className={styles['time']} dateTime={at ?? undefined}>
              {at === null ? pending(receipt) : formatClock(at, new Date())}
            </time>
          </li>
        ))}
      </ol>
      {!receipt.isRemoved && receipt.url !== null && receipt.state === 'verified' && (
        <a href={receipt.url} target="_blank" rel="noreferrer">
          {text.panel.open}
        </a>
      )}
    </>
  );
}

function summarise({ state, isRemoved, milliseconds, problem }: ReceiptView): string {
  if (state === 'problem') return problem;
  if (milliseconds === null) return isRemoved ? text.panel.leaving : text.panel.waiting;
  const duration = formatDuration(milliseconds);
  return isRemoved ? text.panel.gone(duration) : text.panel.out(duration);
}

/** A step without a time: still to come, or never told. */
const pending = ({ isUnderway }: ReceiptView) =>
  isUnderway ? text.panel.pending : text.panel.unknown;
