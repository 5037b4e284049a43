'use client';
import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import { z } from 'zod';
import { copyText } from '../../admin/copy-text.ts';
import { formatMinute } from '../../shared/format-times.ts';
import { sendJson } from '../../shared/send-json.ts';
import styles from '../../shared/Panel.module.css';
import { text } from './text.ts';

const words = text;
const schema = z.object({ url: z.string(), until: z.string() });
type Link = z.infer<typeof schema>;

/** A link to the draft for somebody without an account. A `ui` field of the article. */
export function SharePanel() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const [state, setState] = useState<'idle' | 'failed' | 'ended' | Link>('idle');
  if (id === undefined) return null;
  const url = `${config.routes.api}/desk/share/${String(id)}`;
  const share = async () => {
    const answer = await sendJson(url);
    const link = answer.ok ? schema.safeParse(answer.data).data : undefined;
    setState(link ?? 'failed');
    // Where it cannot be copied, the link stands there to be copied by hand.
    if (link !== undefined) await copyText(link.url);
  };
  const end = async () => {
    const answer = await sendJson(`${url}/end`);
    setState(answer.ok ? 'ended' : 'failed');
  };
  return (
    <section className={styles['panel']} aria-label={words.title}>
      <h2 className={styles['title']}>{words.title}</h2>
      <p className={styles['quiet']}>{words.help}</p>
      <div>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void share()}>
          {words.action}
        </Button>{' '}
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void end()}>
          {words.end}
        </Button>
      </div>
      {state === 'failed' && <p role="alert">{words.failed}</p>}
      {state === 'ended' && <p role="status">{words.ended}</p>}
      {typeof state === 'object' && (
        <p role="status">
          {words.copied(formatMinute(state.until, new Date()))} <a href={state.url}>{words.open}</a>
        </p>
      )}
    </section>
  );
}
