'use client';
import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { fetchView } from '../../admin/use-view.ts';
import { LabelledInput } from '../../admin/LabelledInput.tsx';
import { Dialogue } from '../../shared/Dialogue.tsx';
import { sendJson } from '../../shared/send-json.ts';
import panel from '../../shared/Panel.module.css';
import { text } from './text.ts';

const words = text.masthead;
const mastheadSchema = z.object({
  owner: z.string().nullish(),
  responsibleEditor: z.string().nullish(),
});

/** Asks who owns the publication and who answers for it, where that is missed: before something is published. */
export function MastheadDialogue({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { config } = useConfig();
  const [owner, setOwner] = useState('');
  const [responsibleEditor, setResponsibleEditor] = useState('');

  const url = `${config.routes.api}/globals/publication`;
  useEffect(() => {
    const stop = new AbortController();
    void fetchView(`${url}?depth=0`, mastheadSchema, stop.signal).then((known) => {
      if (typeof known !== 'object' || stop.signal.aborted) return;
      // What is typed meanwhile stays.
      setOwner((typed) => typed || (known.owner ?? ''));
      setResponsibleEditor((typed) => typed || (known.responsibleEditor ?? ''));
    });
    return () => stop.abort();
  }, [url]);

  const save = async (): Promise<string | undefined> => {
    if (owner.trim() === '' || responsibleEditor.trim() === '') return words.empty;
    const answer = await sendJson(url, { owner, responsibleEditor });
    if (!answer.ok) return answer.message || words.failed;
    onDone();
    return undefined;
  };
  return (
    <Dialogue
      {...{ heading: words.heading, confirm: words.confirm, underway: words.underway }}
      {...{ onClose, onConfirm: save }}
    >
      <p>{words.why}</p>
      <LabelledInput
        maxLength={200}
        id="masthead-owner"
        label={words.owner}
        value={owner}
        onChange={setOwner}
      />
      <LabelledInput
        maxLength={200}
        id="masthead-editor"
        label={words.responsibleEditor}
        value={responsibleEditor}
        onChange={setResponsibleEditor}
      />
      <p className={panel['quiet']}>{words.help}</p>
    </Dialogue>
  );
}
