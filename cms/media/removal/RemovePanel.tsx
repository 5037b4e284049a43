'use client';
import { Button, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import { z } from 'zod';
import { fetchView } from '../../admin/use-view.ts';
import { ReasonInput } from '../../admin/ReasonInput.tsx';
import { Dialogue } from '../../shared/Dialogue.tsx';
import { sendJson } from '../../shared/send-json.ts';
import panel from '../../shared/Panel.module.css';
import { usesSchema, type Use } from '../../uses/uses-schema.ts';
import { text } from './text.ts';

const words = text;
const schema = z.object({ uses: usesSchema, backups: z.string() });
type Preview = z.infer<typeof schema>;

/** «Fjern bildet fra alt»: shows where it is used, says what will happen, asks why. A `ui` field of pictures. */
export function RemovePanel() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const { user } = useAuth();
  const [preview, setPreview] = useState<'unseen' | 'unavailable' | Preview>('unseen');
  const [reason, setReason] = useState('');
  if (id === undefined || id === null || user?.['role'] === 'writer') return null;
  const url = `${config.routes.api}/desk/pictures/${String(id)}/removal`;
  const look = async () => {
    const seen = await fetchView(url, schema, new AbortController().signal);
    setPreview(seen === 'loading' ? 'unavailable' : seen);
  };
  const remove = async () => {
    const answer = await sendJson(url, { reason });
    if (!answer.ok) return answer.message || words.failed;
    window.location.assign(`${config.routes.admin}/collections/media`);
    return undefined;
  };
  return (
    <section className={panel['panel']} aria-label={words.title}>
      <h2 className={panel['title']}>{words.title}</h2>
      <p className={panel['quiet']}>{words.help}</p>
      <div>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void look()}>
          {words.action}
        </Button>
      </div>
      {preview === 'unavailable' && <p role="alert">{words.unavailable}</p>}
      {typeof preview === 'object' && (
        <Dialogue
          {...{ heading: words.heading, confirm: words.confirm, underway: words.underway }}
          onConfirm={remove}
          onClose={() => setPreview('unseen')}
        >
          <Uses uses={preview.uses} />
          <p>{words.explanation}</p>
          <p>{preview.backups}</p>
          <ReasonInput label={words.reason} value={reason} onChange={setReason} />
        </Dialogue>
      )}
    </section>
  );
}

function Uses({ uses }: { uses: readonly Use[] }) {
  if (uses.length === 0) return <p>{words.nowhere}</p>;
  const kindOf = ({ collection, isPublished }: Use) =>
    collection === 'authors' ? 'portrait' : isPublished ? 'out' : 'draft';
  return (
    <>
      <p>{words.usedIn}</p>
      <ul className={panel['list']}>
        {uses.map((use) => (
          <li key={use.collection + use.id}>
            {use.title} <span className={panel['quiet']}>({words.kinds[kindOf(use)]})</span>
          </li>
        ))}
      </ul>
    </>
  );
}
