'use client';
import { Button, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { fetchView } from '../../admin/use-view.ts';
import { LabelledInput } from '../../admin/LabelledInput.tsx';
import { Dialogue } from '../../shared/Dialogue.tsx';
import { formatMinute } from '../../shared/format-times.ts';
import { sendJson } from '../../shared/send-json.ts';
import { readTime, sayTime } from '../../shared/read-time.ts';
import styles from './PlanButton.module.css';
import { plansSchema, type Plans } from './plans-schema.ts';
import { planText } from './text.ts';

const words = planText.dialogue;
type Choice = keyof typeof words.types;

/** «Planlegg …»: publishes or takes off at a time, or holds until somebody releases it. In place of Payload's drawer. */
export function PlanButton() {
  const { hasPublishPermission, id } = useDocumentInfo();
  const [isOpen, setIsOpen] = useState(false);
  if (hasPublishPermission !== true || id === undefined) return null;
  return (
    <>
      <Button
        id="plan-article"
        buttonStyle="secondary"
        margin={false}
        onClick={() => setIsOpen(true)}
      >
        {words.action}
      </Button>
      {isOpen && <PlanDialogue id={String(id)} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function PlanDialogue({ id, onClose }: { id: string; onClose: () => void }) {
  const { hasPublishedDoc } = useDocumentInfo();
  const { getDataByPath } = useForm();
  const { config } = useConfig();
  const url = `${config.routes.api}/desk/plans/${id}`;
  const [choice, setChoice] = useState<Choice>('publish');
  const [when, setWhen] = useState('');
  const [plans, setPlans] = useState<Plans>();
  const [problem, setProblem] = useState('');

  useEffect(() => {
    const stop = new AbortController();
    void fetchView(url, plansSchema, stop.signal).then((seen) => {
      if (typeof seen === 'object') setPlans(seen.plans);
      else if (seen === 'unavailable') setProblem(words.unavailable);
    });
    return () => stop.abort();
  }, [url]);

  const plan = async (): Promise<string | undefined> => {
    const written = choice === 'hold' ? undefined : readTime(when, new Date());
    if (choice !== 'hold' && written === undefined) return planText.unreadable;
    if (written?.hasClock === false) return words.noClock;
    const answer = await sendJson(url, {
      type: choice === 'unpublish' ? 'unpublish' : 'publish',
      at: written?.at.toISOString() ?? null,
      seen: getDataByPath('updatedAt'),
    });
    return answer.ok ? undefined : answer.message || words.failed;
  };
  const change = async (planId: string, what: 'drop' | 'release') => {
    const answer = await sendJson(`${url}/${planId}/${what}`);
    setProblem(answer.ok ? '' : answer.message || words.failed);
    if (answer.ok) setPlans(plansSchema.parse(answer.data).plans);
  };
  const choices: Choice[] = hasPublishedDoc
    ? ['publish', 'hold', 'unpublish']
    : ['publish', 'hold'];
  return (
    <Dialogue
      {...{ heading: words.heading, confirm: words.confirm, underway: words.underway }}
      {...{ onClose, onConfirm: plan }}
    >
      {plans !== undefined && plans.length > 0 && (
        <section aria-label={words.planned}>
          <h3 className={styles['subheading']}>{words.planned}</h3>
          <ul className={styles['plans']}>
            {plans.map((each) => (
              <li key={each.id}>
                <span>{describe(each)}</span>
                {each.isHeld && (
                  <Small label={words.release} onClick={() => void change(each.id, 'release')} />
                )}
                <Small label={words.drop} onClick={() => void change(each.id, 'drop')} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {problem !== '' && <p role="alert">{problem}</p>}
      <fieldset className={styles['choices']}>
        <legend>{words.what}</legend>
        {choices.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="plan-type"
              checked={choice === each}
              onChange={() => setChoice(each)}
            />{' '}
            {words.types[each]}
          </label>
        ))}
      </fieldset>
      {choice !== 'hold' && <When value={when} onChange={setWhen} />}
      {choice !== 'unpublish' && <p className={styles['quiet']}>{words.asNow}</p>}
    </Dialogue>
  );
}

const Small = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button buttonStyle="secondary" size="xsmall" margin={false} onClick={onClick}>
    {label}
  </Button>
);

/** A time as somebody writes it, and below it how it was read. */
function When({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const read = readTime(value, new Date());
  const clock = read?.hasClock === false ? `. ${words.noClock}` : '';
  const help = read === undefined ? words.whenHelp : `${sayTime(read.at)}${clock}`;
  return <LabelledInput id="plan-when" label={words.when} {...{ value, onChange, help }} />;
}

function describe({ type, at, isHeld, hasFailed }: Plans[number]): string {
  if (isHeld) return words.types.hold;
  const time = formatMinute(at, new Date());
  return `${words.types[type]} ${time}${hasFailed ? ` – ${words.failedPlan}` : ''}`;
}
