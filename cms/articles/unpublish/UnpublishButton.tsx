'use client';
import {
  ConfirmationModal,
  PopupList,
  TextareaInput,
  TextInput,
  toast,
  useConfig,
  useDocumentInfo,
  useModal,
} from '@payloadcms/ui';
import { useState } from 'react';
import { postJson } from '../../shared/post-json.ts';
import { text } from './text.ts';

const words = text;

/** «Ta av nett»: asks why, and where readers of the address are to be sent. In place of Payload's button. */
export function UnpublishButton() {
  const { id, hasPublishedDoc, hasPublishPermission } = useDocumentInfo();
  const { config } = useConfig();
  const { openModal } = useModal();
  const [reason, setReason] = useState('');
  const [to, setTo] = useState('');
  if (hasPublishedDoc !== true || hasPublishPermission !== true) return null;
  const slug = `take-off-${String(id)}`;
  const unpublishArticle = async () => {
    const problem = await send(`${config.routes.api}/desk/unpublish/${String(id)}`, { reason, to });
    if (problem === undefined) return window.location.reload();
    toast.error(problem);
    openModal(slug); // with what was typed
  };
  return (
    <>
      <PopupList.Button id="action-unpublish" onClick={() => openModal(slug)}>
        {words.action}
      </PopupList.Button>
      <ConfirmationModal
        modalSlug={slug}
        heading={words.heading}
        confirmLabel={words.action}
        confirmingLabel={words.underway}
        onConfirm={unpublishArticle}
        body={
          <>
            <p>{words.explanation}</p>
            <TextareaInput
              path="reason"
              label={words.reason}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <TextInput
              path="to"
              label={words.to}
              description={words.toHelp}
              value={to}
              onChange={(event: { target: { value: string } }) => setTo(event.target.value)}
            />
          </>
        }
      />
    </>
  );
}

/** What is wrong, in words; undefined when it is done. */
async function send(url: string, body: object): Promise<string | undefined> {
  const answer = await postJson(url, body);
  return answer.ok ? undefined : answer.message || words.failed;
}
