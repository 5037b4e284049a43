'use client';
import { Button, useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui';
import { useState } from 'react';
import { sendJson } from '../../shared/send-json.ts';
import { useView, type ViewState } from '../../admin/use-view.ts';
import { panelText } from '../admin/text.ts';
import { articleMailSchema, type ArticleMail } from './article-mail.ts';
import panel from '../../shared/Panel.module.css';
import styles from './ArticleMailPanel.module.css';

const words = panelText.articleMail;

/** What becomes of the article's mail, and how it looks. A `ui` field of the article. */
export function ArticleMailPanel() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const { api, admin } = config.routes;
  const url = id === undefined ? null : `${api}/newsletter/article/${String(id)}`;
  const mail = useView(url, articleMailSchema, pauseAfter);
  const isWanted = useFormFields(([fields]) => fields['sendAlert']?.value !== false);
  if (mail === null) return null;
  return (
    <section className={panel['panel']} data-ruled aria-label={words.title}>
      <h2 className={panel['title']}>{words.title}</h2>
      {mail === 'unavailable' && <p role="alert">{words.unavailable}</p>}
      {typeof mail === 'object' && mail.mailings.length === 0 && (
        <p className={panel['quiet']}>{isWanted ? words.readers(mail.readers) : words.notWanted}</p>
      )}
      {typeof mail === 'object' &&
        mail.mailings.map((mailing) => (
          <Mailing
            key={mailing.id}
            mailing={mailing}
            href={`${admin}/collections/mailings/${mailing.id}`}
          />
        ))}
      {typeof mail === 'object' &&
        mail.corrections.map((correction) => (
          <Correction key={correction.id} correction={correction} url={url ?? ''} />
        ))}
      <a href={`${api}/newsletter/letter/${String(id)}`} target="_blank" rel="noreferrer">
        {words.seeLetter}
      </a>
    </section>
  );
}

function pauseAfter(state: ViewState<ArticleMail>): number {
  return typeof state === 'object' && state.isUnderway ? 2_000 : 15_000;
}

function Mailing({ mailing, href }: { mailing: ArticleMail['mailings'][number]; href: string }) {
  return (
    <div>
      <p
        className={panel['sentence']}
        data-problem={mailing.isProblem}
        role={mailing.isProblem ? 'alert' : 'status'}
      >
        <strong>{mailing.title}.</strong> {mailing.sentence}
      </p>
      {mailing.counts.length > 0 && (
        <dl className={styles['counts']}>
          {mailing.counts.map(({ label, count }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      )}
      <a href={href}>{words.seeMailing}</a>
    </div>
  );
}

interface CorrectionProps {
  correction: ArticleMail['corrections'][number];
  url: string;
}

/** Asks once more before it mails: what is mailed cannot be taken back. */
function Correction({ correction, url }: CorrectionProps) {
  const [state, setState] = useState<'idle' | 'sure' | 'asked' | 'failed'>('idle');
  const send = async () => {
    setState('asked');
    if (!(await sendJson(url, { correction: correction.id })).ok) setState('failed');
  };
  return (
    <div className={styles['correction']}>
      <p className={panel['sentence']}>«{correction.text}»</p>
      {state === 'idle' && (
        <Button buttonStyle="secondary" size="small" onClick={() => setState('sure')}>
          {words.mailCorrection}
        </Button>
      )}
      {state === 'sure' && (
        <>
          <p className={panel['sentence']}>{words.sure(correction.receivers)}</p>
          <div className={styles['choice']}>
            <Button size="small" onClick={() => void send()}>
              {words.yes}
            </Button>
            <Button buttonStyle="secondary" size="small" onClick={() => setState('idle')}>
              {words.no}
            </Button>
          </div>
        </>
      )}
      {state === 'asked' && <p role="status">{words.asked}</p>}
      {state === 'failed' && <p role="alert">{words.failed}</p>}
    </div>
  );
}
