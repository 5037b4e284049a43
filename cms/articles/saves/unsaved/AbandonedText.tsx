'use client';
import { Button, useForm } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { formatMinute } from '../../../shared/format-times.ts';
import { savedFromField } from '../../releases/bookkeeping.ts';
import { articleAsText } from '../article-as-text.ts';
import { copyText } from '../copy-text.ts';
import { tab } from '../tab.ts';
import styles from './KeepUnsaved.module.css';
import { reloadSaved } from './reload.ts';
import { isSameForm } from './save-keeper.ts';
import { text } from './text.ts';
import { findAbandoned, keepUnsaved, type Unsaved } from './unsaved-store.ts';

const savedAs = z.object({ updatedAt: z.string() });

/** What a tab that was closed, or crashed, left behind of this article; asked about once it is opened again. */
export function AbandonedText({ id, address }: { id: string; address: string }) {
  const { getData } = useForm();
  const [found, setFound] = useState<Unsaved>();
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState('');

  const form = useRef(getData);
  form.current = getData;
  useEffect(() => {
    const look = () => {
      const here = form.current();
      // What was saved after all is nobody's question.
      for (const { tab: owner, data } of findAbandoned(id, tab))
        if (isSameForm({ ...here, ...data }, here)) keepUnsaved(id, owner, null);
      const newest = findAbandoned(id, tab)[0];
      setFound((before) => (before?.tab === newest?.tab ? before : newest));
    };
    // Again and again: a tab that is closed was alive a moment ago.
    const timer = setInterval(look, 1_500);
    return () => clearInterval(timer);
  }, [id]);
  if (found === undefined) return null;

  const discard = () => {
    keepUnsaved(id, found.tab, null);
    setFound(undefined);
  };
  const restore = async () => {
    const isLaid = await layOver(address, found.data);
    if (!isLaid) return setSaid(text.failed);
    keepUnsaved(id, found.tab, null);
    reloadSaved(id, tab);
  };
  const copy = async () => {
    const words = articleAsText(found.data);
    if (await copyText(words)) setSaid(text.copied);
    else setShown(words);
  };
  return (
    <section className={styles['found']} aria-label={text.found('')}>
      <p>
        <strong>
          {text.found(formatMinute(new Date(found.seenAt).toISOString(), new Date()))}
        </strong>{' '}
        {text.foundHelp}
      </p>
      <div className={styles['choices']}>
        <Button size="small" margin={false} onClick={() => void restore()}>
          {text.restore}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void copy()}>
          {text.copy}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={discard}>
          {text.discard}
        </Button>
      </div>
      {said !== '' && <p role="status">{said}</p>}
      {shown !== '' && <textarea className={styles['mine']} readOnly value={shown} rows={8} />}
    </section>
  );
}

/** Saves it as the newest draft; what that replaces stays as a version. */
async function layOver(address: string, data: Record<string, unknown>): Promise<boolean> {
  const newest = await fetch(`${address}?draft=true&depth=0`, { credentials: 'include' }).catch(
    () => undefined,
  );
  if (newest?.ok !== true) return false;
  const { updatedAt } = savedAs.parse(await newest.json());
  const body = new FormData();
  const draft = { ...data, _status: 'draft', updatedAt, [savedFromField]: tab };
  body.append('_payload', JSON.stringify(draft));
  const response = await fetch(`${address}?draft=true&depth=0`, {
    ...{ method: 'PATCH', body, credentials: 'include' },
  }).catch(() => undefined);
  return response?.ok === true;
}
