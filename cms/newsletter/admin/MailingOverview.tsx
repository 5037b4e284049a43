'use client';
import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import { sendJson } from '../../shared/send-json.ts';
import { useView, type ViewState } from '../../admin/use-view.ts';
import { text } from '../text.ts';
import { panelText } from './text.ts';
import { mailingViewSchema, type MailingView } from './mailing-view.ts';
import styles from './MailingOverview.module.css';

const words = panelText.mailingView;

/** What became of a mailing: the answer first, the rows behind it below. A `ui` field of the mailing. */
export function MailingOverview() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const url = id === undefined ? null : `${config.routes.api}/newsletter/mailing/${String(id)}`;
  const view = useView(url, mailingViewSchema, pauseAfter);
  if (view === null || view === 'loading') return null;
  if (view === 'unavailable') return <p role="alert">{panelText.articleMail.unavailable}</p>;
  const deliveries = `${config.routes.admin}/collections/deliveries?where[mailing][equals]=${String(id)}`;
  return (
    <section className={styles['overview']}>
      <p className={styles['sentence']} data-problem={view.isProblem} role="status">
        {view.sentence}
      </p>
      <Bar counts={view.counts} />
      {view.refused > 0 && <Again refused={view.refused} url={url ?? ''} />}
      {view.missed.length > 0 && <Missed view={view} />}
      <a href={deliveries}>{words.all}</a>
    </section>
  );
}

function pauseAfter(state: ViewState<MailingView>): number {
  return typeof state === 'object' && state.isUnderway ? 2_000 : 30_000;
}

/** The parts of the whole, drawn and told. */
function Bar({ counts }: Pick<MailingView, 'counts'>) {
  if (counts.length === 0) return null;
  return (
    <>
      <div className={styles['bar']} aria-hidden="true">
        {counts.map(({ label, count, tone }) => (
          <span key={label} data-tone={tone} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={styles['legend']}>
        {counts.map(({ label, count, tone }) => (
          <li key={label} data-tone={tone}>
            {label}: <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

function Missed({ view }: { view: MailingView }) {
  return (
    <>
      <h3 className={styles['title']}>{words.missed}</h3>
      <table className={styles['missed']}>
        <thead>
          <tr>
            <th scope="col">{text.subscribers.email}</th>
            <th scope="col">{text.deliveries.reason}</th>
          </tr>
        </thead>
        <tbody>
          {view.missed.map(({ id, email, why }) => (
            <tr key={id}>
              <td>{email}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.missedInAll > view.missed.length && (
        <p>{words.more(view.missedInAll - view.missed.length)}</p>
      )}
    </>
  );
}

function Again({ refused, url }: { refused: number; url: string }) {
  const [state, setState] = useState<'idle' | 'asked' | 'failed'>('idle');
  const send = async () => {
    setState('asked');
    if (!(await sendJson(url)).ok) setState('failed');
  };
  return (
    <div>
      <p className={styles['quiet']}>{words.againHelp}</p>
      {state === 'asked' ? (
        <p role="status">{words.againAsked}</p>
      ) : (
        <Button buttonStyle="secondary" size="small" onClick={() => void send()}>
          {words.again(refused)}
        </Button>
      )}
      {state === 'failed' && <p role="alert">{words.againFailed}</p>}
    </div>
  );
}
