'use client';
import { Button, useForm } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { formatMinute } from '../../../shared/format-times.ts';
import { articleAsText } from '../../../mapping/article-as-text.ts';
import { copyText } from '../../../admin/copy-text.ts';
import styles from '../Notice.module.css';
import { reloadSaved } from './reload.ts';
import { readSavedAt, saveDraft } from './save-draft.ts';
import { isSameForm } from './save-keeper.ts';
import { text } from './text.ts';
import { findAbandoned, keepUnsaved, type Unsaved } from './unsaved-store.ts';

/** What a tab that was closed, or crashed, left behind of this article; asked about once it is opened again. */
export function AbandonedText({ id, tab, address }: Record<'id' | 'tab' | 'address', string>) {
  const { getData } = useForm();
  const [found, setFound] = useState<Unsaved>();
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState('');

  const form = useRef(getData);
  form.current = getData;
  useEffect(() => {
    const look = () => {
      const newest = findAbandoned(id, tab).find(({ tab: owner, data }) => {
        const here = form.current();
        const isSaved = isSameForm({ ...here, ...data }, here);
        // What was saved after all is nobody's question.
        if (isSaved) keepUnsaved(id, owner, null);
        return !isSaved;
      });
      setFound((before) => (before?.tab === newest?.tab ? before : newest));
    };
    // Again and again: a tab that is closed was alive a moment ago.
    look();
    const timer = setInterval(look, 1_500);
    return () => clearInterval(timer);
  }, [id, tab]);
  if (found === undefined) return null;

  const discard = () => {
    keepUnsaved(id, found.tab, null);
    setFound(undefined);
  };
  const restore = async () => {
    // It is laid over the newest, which stays as a version.
    const updatedAt = await readSavedAt(address);
    const draft = { ...found.data, updatedAt };
    const outcome =
      updatedAt === undefined ? 'away' : await saveDraft(address, draft, { isAutosave: false });
    if (outcome !== 'saved') return setSaid(text.failed);
    keepUnsaved(id, found.tab, null);
    reloadSaved(id, tab);
  };
  const copy = async () => {
    const words = articleAsText(found.data);
    if (await copyText(words)) setSaid(text.copied);
    else setShown(words);
  };
  return (
    <section className={styles['notice']} aria-label={text.found('')}>
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
