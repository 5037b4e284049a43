'use client';
import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useState, type SyntheticEvent } from 'react';
import { z } from 'zod';
import { useView } from '../../admin/use-view.ts';
import { formatMinute } from '../../shared/format-times.ts';
import panel from '../../shared/Panel.module.css';
import { sendJson } from '../../shared/send-json.ts';
import { text } from '../text.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import styles from './SecondFactor.module.css';
import { SecretPicture } from './SecretPicture.tsx';
import { secondFactorView } from './second-factor-view.ts';

const words = text.secondFactor;
const pauseAfter = () => 60_000;
const begun = z.object({ secret: z.string(), picture: z.string() });
const confirmed = z.object({ recoveryCodes: z.array(z.string()) });

type Step =
  | { name: 'rest' }
  | { name: 'password'; act: 'begin' | 'remove' }
  | ({ name: 'scan' } & z.infer<typeof begun>)
  | { name: 'codes'; codes: string[] };

/** An account's second factor: on, off, and how to change that. */
export function SecondFactorPanel() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const [looks, setLooks] = useState(0);
  const [step, setStep] = useState<Step>({ name: 'rest' });
  const [problem, setProblem] = useState('');
  const url = `${config.routes.api}/users/${String(id)}/second-factor`;
  const view = useView(`${url}?${looks}`, secondFactorView, pauseAfter);

  const go = (next: Step) => {
    setProblem('');
    setStep(next);
    setLooks(looks + 1);
  };
  const post = async (act: 'begin' | 'confirm' | 'remove', body: object) => {
    const answer = await sendJson(`${url}/${act}`, body);
    if (!answer.ok) setProblem(answer.message || words.unavailable);
    else if (act === 'begin') go({ name: 'scan', ...begun.parse(answer.data) });
    else if (act === 'confirm')
      go({ name: 'codes', codes: confirmed.parse(answer.data).recoveryCodes });
    else go({ name: 'rest' });
  };
  if (view === null || view === 'loading') return null;
  return (
    <section className={panel['panel']} data-ruled aria-label={words.title}>
      <h2 className={panel['title']}>{words.title}</h2>
      {view === 'unavailable' ? (
        <p role="alert">{words.unavailable}</p>
      ) : (
        <>
          <p className={panel['quiet']}>{view.isOwn ? words.explained : words.removeOtherHelp}</p>
          <p className={panel['sentence']}>
            {view.since === null ? words.off : words.since(formatMinute(view.since, new Date()))}{' '}
            {view.since !== null && words.recoveryLeft(view.recoveryLeft)}{' '}
            {view.isRequired && words.required}
          </p>
          {step.name === 'rest' && view.isOwn && (
            <Act
              label={view.since === null ? words.begin : words.remove}
              onClick={() =>
                go({ name: 'password', act: view.since === null ? 'begin' : 'remove' })
              }
            />
          )}
          {step.name === 'rest' && !view.isOwn && view.since !== null && (
            <Act label={words.removeOther} onClick={() => void post('remove', {})} />
          )}
          {step.name === 'password' && (
            <Ask
              label={words.password}
              type="password"
              autoComplete="current-password"
              action={step.act === 'begin' ? words.goOn : words.remove}
              onAnswer={(currentPassword) => void post(step.act, { currentPassword })}
              onCancel={() => go({ name: 'rest' })}
            />
          )}
          {step.name === 'scan' && (
            <>
              <SecretPicture secret={step.secret} picture={step.picture} />
              <Ask
                label={words.code}
                type="text"
                autoComplete="one-time-code"
                action={words.confirm}
                onAnswer={(code) => void post('confirm', { code })}
                onCancel={() => go({ name: 'rest' })}
              />
            </>
          )}
          {step.name === 'codes' && (
            <>
              <RecoveryCodes codes={step.codes} />
              <Act label={words.codesKept} onClick={() => go({ name: 'rest' })} />
            </>
          )}
        </>
      )}
      {problem !== '' && <p role="alert">{problem}</p>}
    </section>
  );
}

function Act({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}

interface AskProps {
  label: string;
  type: 'text' | 'password';
  autoComplete: string;
  action: string;
  onAnswer: (answer: string) => void;
  onCancel: () => void;
}

/** One question within the account's own form: no form in a form, so Enter is taken here. */
function Ask({ label, type, autoComplete, action, onAnswer, onCancel }: AskProps) {
  const [answer, setAnswer] = useState('');
  const send = (event?: SyntheticEvent) => {
    event?.preventDefault();
    onAnswer(answer);
  };
  return (
    <div className={styles['ask']}>
      <label>
        {label}
        <input
          className={styles['input']}
          type={type}
          autoComplete={autoComplete}
          value={answer}
          autoFocus
          onChange={({ target }) => setAnswer(target.value)}
          onKeyDown={(event) => event.key === 'Enter' && send(event)}
        />
      </label>
      <div className={styles['buttons']}>
        <Button size="small" margin={false} onClick={() => send()}>
          {action}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
