'use client';
import { PopupList, TextInput, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { fetchView } from '../../admin/use-view.ts';
import { ReasonInput } from '../../admin/ReasonInput.tsx';
import { Dialogue } from '../../shared/Dialogue.tsx';
import { sendJson } from '../../shared/send-json.ts';
import { describePlan, plansSchema, type Plans } from '../plans/plans-schema.ts';
import { text } from './text.ts';

const words = text;

/** «Ta av nett»: asks why, and where readers of the address are to be sent. In place of Payload's button. */
export function UnpublishButton() {
  const { id, hasPublishedDoc, hasPublishPermission } = useDocumentInfo();
  const { config } = useConfig();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [to, setTo] = useState('');
  if (hasPublishedDoc !== true || hasPublishPermission !== true) return null;
  const unpublishArticle = async () => {
    const problem = await send(`${config.routes.api}/desk/unpublish/${String(id)}`, { reason, to });
    if (problem === undefined) window.location.reload();
    return problem;
  };
  return (
    <>
      <PopupList.Button id="action-unpublish" onClick={() => setIsOpen(true)}>
        {words.action}
      </PopupList.Button>
      {isOpen && (
        <Dialogue
          {...{ heading: words.heading, confirm: words.action, underway: words.underway }}
          onConfirm={unpublishArticle}
          onClose={() => setIsOpen(false)}
        >
          <p>{words.explanation}</p>
          <PlansGo url={`${config.routes.api}/desk/plans/${String(id)}`} />
          <ReasonInput label={words.reason} value={reason} onChange={setReason} />
          <TextInput
            path="to"
            label={words.to}
            description={words.toHelp}
            value={to}
            onChange={(event: { target: { value: string } }) => setTo(event.target.value)}
          />
        </Dialogue>
      )}
    </>
  );
}

/** What was planned for the article, since it goes with it. */
function PlansGo({ url }: { url: string }) {
  const [plans, setPlans] = useState<Plans>([]);
  useEffect(() => {
    const stop = new AbortController();
    void fetchView(url, plansSchema, stop.signal).then((seen) => {
      if (typeof seen === 'object') setPlans(seen.plans);
    });
    return () => stop.abort();
  }, [url]);
  if (plans.length === 0) return null;
  return <p role="status">{words.plansGo(plans.map(describePlan).join(', '))}</p>;
}

/** What is wrong, in words; undefined when it is done. */
async function send(url: string, body: object): Promise<string | undefined> {
  const answer = await sendJson(url, body);
  return answer.ok ? undefined : answer.message || words.failed;
}
