'use client';
import { useConfig } from '@payloadcms/ui';
import { useState } from 'react';
import { LabelledInput } from '../../admin/LabelledInput.tsx';
import { Dialogue } from '../../shared/Dialogue.tsx';
import { sendJson } from '../../shared/send-json.ts';
import panel from '../../shared/Panel.module.css';
import { text } from './text.ts';

const words = text.masthead;

/** Asks who owns the publication and who answers for it, where that is missed: before something is published. */
export function MastheadDialogue({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { config } = useConfig();
  const [owner, setOwner] = useState('');
  const [responsibleEditor, setResponsibleEditor] = useState('');

  const save = async (): Promise<string | undefined> => {
    const given = Object.entries({ owner, responsibleEditor }).filter(([, name]) => name.trim());
    if (given.length === 0) return words.empty;
    const answer = await sendJson(
      `${config.routes.api}/globals/publication`,
      Object.fromEntries(given),
    );
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
