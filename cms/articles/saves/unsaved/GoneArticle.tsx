'use client';
import { Button, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui';
import { useState } from 'react';
import { z } from 'zod';
import { copyText } from '../../../admin/copy-text.ts';
import { lastWords } from '../../../admin/latest-body.ts';
import { articleAsText } from '../../../mapping/article-as-text.ts';
import { sendJson } from '../../../shared/send-json.ts';
import { bookkeeping } from '../../releases/bookkeeping.ts';
import { thisTab } from '../tab.ts';
import styles from '../Notice.module.css';
import { leaveWith } from './reload.ts';
import { text } from './text.ts';
import { keepUnsaved } from './unsaved-store.ts';

const made = z.object({ doc: z.object({ id: z.string() }) });

/** Somebody has deleted the article while it was being written in: what stands here becomes another, or is copied. */
export function GoneArticle() {
  const { id } = useDocumentInfo();
  const { getData } = useForm();
  const { config } = useConfig();
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState('');
  const written = () => ({ ...getData(), ...lastWords(String(id)) });

  const saveAsNew = async () => {
    const own = Object.entries(written()).filter(
      ([name]) => !bookkeeping.includes(name) && name !== 'id' && name !== 'slug',
    );
    const answer = await sendJson(`${config.routes.api}/articles?draft=true&depth=0`, {
      ...Object.fromEntries(own),
      _status: 'draft',
    });
    if (!answer.ok) return setSaid(answer.message || text.failed);
    keepUnsaved(String(id), thisTab(), null);
    leaveWith(`${config.routes.admin}/collections/articles/${made.parse(answer.data).doc.id}`);
  };
  const copy = async () => {
    const words = articleAsText(written());
    if (await copyText(words)) setSaid(text.copied);
    else setShown(words);
  };
  return (
    <div className={styles['notice']} role="status" data-unsaved>
      <p>
        <strong>{text.gone}</strong> {text.goneHelp}
      </p>
      <div className={styles['choices']}>
        <Button size="small" margin={false} onClick={() => void saveAsNew()}>
          {text.saveAsNew}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void copy()}>
          {text.copy}
        </Button>
      </div>
      {said !== '' && <p role="status">{said}</p>}
      {shown !== '' && <textarea className={styles['mine']} readOnly value={shown} rows={8} />}
    </div>
  );
}
