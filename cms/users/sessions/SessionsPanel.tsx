'use client';
import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import { formatMinute } from '../../shared/format-times.ts';
import panel from '../../shared/Panel.module.css';
import { sendJson } from '../../shared/send-json.ts';
import { useView } from '../../admin/use-view.ts';
import { text } from '../text.ts';
import { sessionsView } from './sessions-view.ts';

const words = text.sessions;
const pauseAfter = () => 60_000;

/** Where an account is logged in, and a way to end that. */
export function SessionsPanel() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const [looks, setLooks] = useState(0);
  const url = `${config.routes.api}/users/${String(id)}/sessions`;
  const view = useView(`${url}?${looks}`, sessionsView, pauseAfter);
  const end = async (session?: string) => {
    await sendJson(`${url}/end`, { session });
    setLooks(looks + 1);
  };
  const now = new Date();
  return (
    <section className={panel['panel']} data-ruled aria-label={words.title}>
      <h2 className={panel['title']}>{words.title}</h2>
      <p className={panel['quiet']}>{words.explained}</p>
      {view === 'unavailable' && <p role="alert">{words.unavailable}</p>}
      {typeof view === 'object' && view?.sessions.length === 0 && (
        <p className={panel['sentence']}>{words.none}</p>
      )}
      {typeof view === 'object' && (
        <ul className={panel['list']}>
          {view?.sessions.map(({ id: session, since, until, isThis }) => (
            <li key={session}>
              {words.since(formatMinute(since, now), formatMinute(until, now))}{' '}
              {isThis ? (
                <strong>({words.isThis})</strong>
              ) : (
                <Button
                  buttonStyle="secondary"
                  size="small"
                  margin={false}
                  onClick={() => void end(session)}
                >
                  {words.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {typeof view === 'object' && view?.sessions.some(({ isThis }) => !isThis) && (
        <div>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void end()}>
            {words.endOthers}
          </Button>
        </div>
      )}
    </section>
  );
}
