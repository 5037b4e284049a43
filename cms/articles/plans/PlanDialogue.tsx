'use client';
import { Button, useDocumentInfo, useForm } from '@payloadcms/ui';
import { useState } from 'react';
import { LabelledInput } from '../../admin/LabelledInput.tsx';
import { Dialogue } from '../../shared/Dialogue.tsx';
import { sendJson } from '../../shared/send-json.ts';
import { readTime, rightWeekday, sayTime, type WrittenTime } from '../../shared/read-time.ts';
import { text as shared } from '../../shared/text.ts';
import styles from './PlanButton.module.css';
import { describePlan, plansSchema, type Plans } from './plans-schema.ts';
import { planText } from './text.ts';

const words = planText.dialogue;
type Choice = keyof typeof words.types;

interface Props {
  /** `/api/desk/plans/<article>`. */
  url: string;
  plans: Plans;
  onClose: () => void;
  /** Hears which plans there are after something was done. */
  onChange: (plans: Plans, what: 'planned' | 'dropped' | 'released') => void;
}

function whyUnread(written: string): string {
  const weekday = rightWeekday(written, new Date());
  return weekday === undefined ? planText.unreadable : shared.dates.weekday(weekday);
}

/** What is planned, and what else should be. */
export function PlanDialogue({ url, plans, onClose, onChange }: Props) {
  const { hasPublishedDoc } = useDocumentInfo();
  const { getDataByPath } = useForm();
  const [choice, setChoice] = useState<Choice>('publish');
  const [when, setWhen] = useState('');
  const [problem, setProblem] = useState('');

  const plan = async (): Promise<string | undefined> => {
    const written = choice === 'hold' ? undefined : readTime(when, new Date());
    if (choice !== 'hold' && written === undefined) return whyUnread(when);
    if (written !== undefined && isOver(written)) return planText.past;
    if (written?.hasClock === false) return words.noClock;
    if (written?.isSkipped) return shared.dates.skipped;
    const answer = await sendJson(url, {
      type: choice === 'unpublish' ? 'unpublish' : 'publish',
      at: written?.at.toISOString() ?? null,
      seen: getDataByPath('updatedAt'),
    });
    if (!answer.ok) return answer.message || words.failed;
    onChange(plansSchema.parse(answer.data).plans, 'planned');
    return undefined;
  };
  const change = async (planId: string, what: 'drop' | 'release') => {
    const answer = await sendJson(`${url}/${planId}/${what}`);
    setProblem(answer.ok ? '' : answer.message || words.failed);
    const after = what === 'drop' ? 'dropped' : 'released';
    if (answer.ok) onChange(plansSchema.parse(answer.data).plans, after);
  };
  const choices: Choice[] = hasPublishedDoc
    ? ['publish', 'hold', 'unpublish']
    : ['publish', 'hold'];
  return (
    <Dialogue
      {...{ heading: words.heading, confirm: words.confirm, underway: words.underway }}
      {...{ onClose, onConfirm: plan }}
    >
      {plans.length > 0 && (
        <section aria-label={words.planned}>
          <h3 className={styles['subheading']}>{words.planned}</h3>
          <ul className={styles['plans']}>
            {plans.map((each) => (
              <li key={each.id}>
                <span>{describePlan(each)}</span>
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

const dayMs = 24 * 3_600_000;
/** A day alone is over when all of it is. */
const isOver = ({ at, hasClock }: WrittenTime) =>
  at.getTime() + (hasClock ? 60_000 : dayMs) < Date.now();

/** A time as somebody writes it, and below it how it was read. */
function When({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const read = readTime(value, new Date());
  const clock = read?.hasClock === false ? `. ${words.noClock}` : '';
  const unread = rightWeekday(value, new Date()) === undefined ? words.whenHelp : whyUnread(value);
  const past = read !== undefined && isOver(read) ? planText.past : undefined;
  const said = read === undefined ? unread : (past ?? `${sayTime(read.at)}${clock}`);
  const help = read?.isSkipped ? shared.dates.skipped : said;
  return <LabelledInput id="plan-when" label={words.when} {...{ value, onChange, help }} />;
}
