'use client';
import { formatMinute } from '../../shared/format-times.ts';
import { sendJson } from '../../shared/send-json.ts';
import { Dialogue } from '../../shared/Dialogue.tsx';
import type { Plans } from './plans-schema.ts';
import { planText } from './text.ts';

const words = planText.published;

interface Props {
  /** `/api/desk/plans/<article>`. */
  url: string;
  /** Those that would publish it. */
  plans: Plans;
  /** Whether it is out. */
  publish: () => Promise<boolean>;
  onClose: () => void;
}

/** Asks before an article is published that is planned: it goes out now, and the plan goes. In this order, so that a kill keeps the plan. */
export function PlannedDialogue({ url, plans, publish, onClose }: Props) {
  const confirm = async (): Promise<string | undefined> => {
    if (!(await publish())) return undefined; // the form says why
    for (const { id } of plans) {
      const answer = await sendJson(`${url}/${id}/drop`);
      if (!answer.ok && answer.status !== 404) return answer.message || words.kept;
    }
    return undefined;
  };
  const times = plans.map(({ at, isHeld }) =>
    isHeld ? planText.held : formatMinute(at, new Date()),
  );
  return (
    <Dialogue
      {...{ heading: words.heading, confirm: words.confirm, underway: words.underway }}
      {...{ onClose, onConfirm: confirm }}
    >
      <p>{words.why(times.join(', '))}</p>
    </Dialogue>
  );
}
