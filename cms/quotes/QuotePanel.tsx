'use client';
import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { copyText } from '../admin/copy-text.ts';
import { useView } from '../admin/use-view.ts';
import { formatMinute } from '../shared/format-times.ts';
import { sendJson } from '../shared/send-json.ts';
import panel from '../shared/Panel.module.css';
import { QuoteDialogue } from './QuoteDialogue.tsx';
import styles from './QuotePanel.module.css';
import { quotesView, type QuotesView } from './quote-view.ts';
import { text } from './text.ts';

const words = text.panel;
type Check = QuotesView['checks'][number];

/** Who was asked to look over what she is quoted on, and what she answered. A `ui` field of the article. */
export function QuotePanel() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const url = id === undefined ? null : `${config.routes.api}/desk/quotes/${String(id)}`;
  const seen = useView(url, quotesView, pauseAfter);
  const [done, setDone] = useState<QuotesView>();
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState('');
  // What was just done is newer than the last look, until the next one.
  useEffect(() => setDone(undefined), [seen]);
  if (url === null) return null;
  const view = done ?? (typeof seen === 'object' && seen !== null ? seen : undefined);

  const take = (next: QuotesView) => {
    setDone(next);
    setProblem(next.problem);
  };
  const act = async (check: Check, what: 'mail' | 'end') => {
    const answer = await sendJson(`${url}/${check.id}/${what}`);
    const next = answer.ok ? quotesView.safeParse(answer.data).data : undefined;
    if (next === undefined) setProblem((!answer.ok && answer.message) || words.failed);
    else take(next);
  };
  return (
    <section id="field-quotes" className={panel['panel']} aria-label={words.title}>
      <h2 className={panel['title']}>{words.title}</h2>
      {seen === 'unavailable' && view === undefined && <p role="alert">{words.unavailable}</p>}
      {view?.checks.length === 0 && <p className={panel['quiet']}>{words.help}</p>}
      {view?.checks.map((check) => (
        <CheckView key={check.id} check={check} onAct={(what) => void act(check, what)} />
      ))}
      {problem !== '' && <p role="alert">{problem}</p>}
      {view !== undefined && (
        <div>
          <Button
            id="ask-for-quotes"
            buttonStyle="secondary"
            size="small"
            margin={false}
            onClick={() => setIsAsking(true)}
          >
            {words.newOne}
          </Button>
        </div>
      )}
      {isAsking && view !== undefined && (
        <QuoteDialogue
          url={url}
          people={view.people}
          onDone={take}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  );
}

function CheckView({ check, onAct }: { check: Check; onAct: (what: 'mail' | 'end') => void }) {
  const [isCopied, setIsCopied] = useState(false);
  // Where it cannot be copied, the link stands there to be copied by hand.
  const copy = async () => setIsCopied(await copyText(check.url));
  const button = { buttonStyle: 'secondary', size: 'xsmall', margin: false } as const;
  return (
    <div className={styles['check']} data-state={check.state}>
      <p className={panel['sentence']}>
        <strong>{check.name}</strong>: {describe(check)}
      </p>
      {check.isOpen && (
        <>
          <p className={panel['quiet']}>
            <a href={check.url}>{words.link}</a>{' '}
            {words.until(formatMinute(check.until, new Date()))}
            {check.email !== '' && !check.isMailed && ` ${words.notMailed}`}
          </p>
          <div className={styles['actions']}>
            <Button {...button} onClick={() => void copy()}>
              {isCopied ? words.copied : words.copy}
            </Button>
            {check.email !== '' && !check.isMailed && (
              <Button {...button} onClick={() => onAct('mail')}>
                {words.mail(check.email)}
              </Button>
            )}
            <Button {...button} onClick={() => onAct('end')}>
              {words.end}
            </Button>
          </div>
        </>
      )}
      <details className={styles['details']}>
        <summary>{words.details}</summary>
        <ol className={styles['quotes']}>
          {check.quotes.map(({ quote, answer, comment, isChanged }, n) => (
            <li key={n}>
              <q>{quote}</q>
              <span className={styles['answer']} data-answer={isChanged ? 'changed' : answer}>
                {isChanged ? words.changed : answer === null ? words.unanswered : words[answer]}
                {answer === 'commented' && `: ${comment}`}
              </span>
            </li>
          ))}
        </ol>
        <ul className={panel['list']}>
          {check.log.map(({ at, sentence }, n) => (
            <li key={n} className={panel['quiet']}>
              {formatMinute(at, new Date())}: {sentence}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function describe({ state, quotes }: Check): string {
  if (state !== 'answered') return words.states[state];
  const count = (act: 'approved' | 'commented') =>
    quotes.filter(({ answer }) => answer === act).length;
  return words.answered(count('approved'), quotes.length, count('commented'));
}

const pauseAfter = () => 15_000;
