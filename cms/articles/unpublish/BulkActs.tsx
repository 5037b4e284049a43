'use client';
import { Button, toast, useAuth, useConfig, useSelection } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { fetchView } from '../../admin/use-view.ts';
import { ReasonInput } from '../../admin/ReasonInput.tsx';
import { Dialogue } from '../../shared/Dialogue.tsx';
import { sendJson } from '../../shared/send-json.ts';
import panel from '../../shared/Panel.module.css';
import { formatMinute } from '../../shared/format-times.ts';
import { plansSchema } from '../plans/plans-schema.ts';
import { planText } from '../plans/text.ts';
import { checklistSchema } from '../checklist/checklist.ts';
import { text } from './text.ts';

const words = text.bulk;
type Act = 'publish' | 'unpublish' | 'delete';

/** Several articles at once: asked what one is asked. In place of Payload's buttons, which ask nothing. */
export function BulkActs() {
  const { selectedIDs } = useSelection();
  const { user } = useAuth();
  const [act, setAct] = useState<Act>();
  useEffect(tellWhatWasDone, []);
  if (selectedIDs.length === 0 || user?.['role'] === 'writer') return null;
  const ids = selectedIDs.map(String);
  return (
    <div className={panel['panel']}>
      <div>
        <Button
          size="small"
          buttonStyle="secondary"
          margin={false}
          onClick={() => setAct('publish')}
        >
          {words.publish(ids.length)}
        </Button>{' '}
        <Button
          size="small"
          buttonStyle="secondary"
          margin={false}
          onClick={() => setAct('unpublish')}
        >
          {words.unpublish(ids.length)}
        </Button>{' '}
        <Button
          size="small"
          buttonStyle="secondary"
          margin={false}
          onClick={() => setAct('delete')}
        >
          {words.delete(ids.length)}
        </Button>
      </div>
      {act === 'publish' && <PublishMany ids={ids} onClose={() => setAct(undefined)} />}
      {(act === 'unpublish' || act === 'delete') && (
        <TakeOffMany ids={ids} isDeleted={act === 'delete'} onClose={() => setAct(undefined)} />
      )}
    </div>
  );
}

const done = 'bulk-done';

/** The list is fetched anew, and says then what has become of it. */
function reload(sentence: string): void {
  sessionStorage.setItem(done, sentence);
  window.location.reload();
}

function tellWhatWasDone(): void {
  const sentence = sessionStorage.getItem(done);
  sessionStorage.removeItem(done);
  if (sentence !== null) toast.success(sentence);
}

interface Props {
  ids: readonly string[];
  onClose: () => void;
}

/** Of what the newsletter says of an article, as much as is asked here. */
const mailSchema = z.object({ readers: z.number(), mailings: z.array(z.unknown()) });
const articleSchema = z.object({ title: z.string().nullish(), sendAlert: z.boolean().nullish() });

interface Seen {
  id: string;
  title: string;
  /** What stops it, in sentences. */
  stops: string[];
  /** What becomes of its mail, and of what was planned, in sentences. */
  outcome: string[];
  /** Whether a mail goes with it. */
  isMailed: boolean;
  /** Those that would publish it, by their ids. */
  plans: string[];
}

/** Says of each what stops it, and which are mailed, before anything goes out. */
function PublishMany({ ids, onClose }: Props) {
  const { config } = useConfig();
  const { api } = config.routes;
  const [seen, setSeen] = useState<Seen[]>();
  const asked = ids.join();
  useEffect(() => {
    const stop = new AbortController();
    void lookAt(api, asked.split(','), stop.signal).then((next) => {
      if (!stop.signal.aborted) setSeen(next);
    });
    return () => stop.abort();
  }, [api, asked]);
  const ready = seen?.filter(({ stops }) => stops.length === 0) ?? [];

  const publish = async (): Promise<string | undefined> => {
    if (seen === undefined) return words.wait;
    if (ready.length === 0) return words.noneReady;
    const problems: string[] = [];
    for (const { id, title, plans } of ready) {
      const problem = await publishOne(api, { id, plans });
      if (problem !== undefined) problems.push(`«${title}»: ${problem}`);
    }
    if (problems.length > 0) return problems.join('\n');
    const mailed = ready.filter(({ isMailed }) => isMailed).length;
    reload(words.published(ready.length, mailed));
    return undefined;
  };
  return (
    <Dialogue
      {...{ heading: words.publishHeading, confirm: words.publishReady(ready.length) }}
      {...{ underway: words.publishing, onConfirm: publish, onClose }}
    >
      {seen === undefined && <p role="status">{words.looking}</p>}
      {seen?.map(({ id, title, stops, outcome }) => (
        <div key={id}>
          <p>
            <strong>{title}</strong> {stops.length === 0 ? outcome.join(' ') : words.stopped}
          </p>
          {stops.length > 0 && (
            <ul className={panel['list']}>
              {stops.map((sentence) => (
                <li key={sentence} className={panel['quiet']}>
                  {sentence}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Dialogue>
  );
}

async function lookAt(api: string, ids: readonly string[], signal: AbortSignal): Promise<Seen[]> {
  return Promise.all(
    ids.map(async (id): Promise<Seen> => {
      const [article, list, mail, planned] = await Promise.all([
        fetchView(`${api}/articles/${id}?draft=true&depth=0`, articleSchema, signal),
        fetchView(`${api}/desk/checklist/${id}`, checklistSchema, signal),
        fetchView(`${api}/newsletter/article/${id}`, mailSchema, signal),
        fetchView(`${api}/desk/plans/${id}`, plansSchema, signal),
      ]);
      const isKnown = typeof mail === 'object' && typeof planned === 'object';
      const known = typeof article === 'object' ? article : {};
      const stops =
        typeof list === 'object' && isKnown
          ? list.items.filter(({ level }) => level === 'stop').map(({ sentence }) => sentence)
          : [words.unknown];
      const title = known.title || words.untitled;
      const plans = isKnown
        ? planned.plans.filter(({ type, hasFailed }) => type === 'publish' && !hasFailed)
        : [];
      const times = plans.map(({ at, isHeld }) =>
        isHeld ? planText.held : formatMinute(at, new Date()),
      );
      const sent = isKnown && mail.mailings.length > 0;
      const outcome = [
        known.sendAlert !== true
          ? words.notMailed
          : sent
            ? words.mailedBefore
            : words.mailed(isKnown ? mail.readers : 0),
        ...(plans.length > 0 ? [planText.published.why(times.join(', '))] : []),
      ];
      const isMailed = known.sendAlert === true && !sent && isKnown && mail.readers > 0;
      return { id, title, stops, outcome, isMailed, plans: plans.map((plan) => plan.id) };
    }),
  );
}

/** It goes out now, and what was planned for it goes. In this order, so that a kill keeps the plan. */
async function publishOne(
  api: string,
  { id, plans }: Pick<Seen, 'id' | 'plans'>,
): Promise<string | undefined> {
  const answer = await sendJson(`${api}/articles/${id}?depth=0`, { _status: 'published' }, 'PATCH');
  if (!answer.ok) return answer.message || words.failed;
  for (const plan of plans) {
    const dropped = await sendJson(`${api}/desk/plans/${id}/${plan}/drop`);
    if (!dropped.ok && dropped.status !== 404) return dropped.message || planText.published.kept;
  }
  return undefined;
}

/** Asks why, once for all of them; the reason stands in the log of each. What is deleted is taken off the site first. */
function TakeOffMany({ ids, isDeleted, onClose }: Props & { isDeleted: boolean }) {
  const { config } = useConfig();
  const { api } = config.routes;
  const [reason, setReason] = useState('');
  const takeOff = async (): Promise<string | undefined> => {
    const problems: string[] = [];
    for (const id of ids) {
      const answer = await sendJson(`${api}/desk/unpublish/${id}`, { reason });
      // What is not out needs not be taken off.
      if (!answer.ok && answer.status !== 404)
        problems.push(answer.message || (isDeleted ? words.notDeleted : text.failed));
      else if (isDeleted) {
        const deleted = await sendJson(`${api}/articles/${id}?depth=0`, {}, 'DELETE');
        if (!deleted.ok && deleted.status !== 404)
          problems.push(deleted.message || words.notDeleted);
      }
    }
    if (problems.length > 0) return [...new Set(problems)].join('\n');
    reload((isDeleted ? words.deleted : words.takenOff)(ids.length));
    return undefined;
  };
  const [heading, explanation, confirm, underway] = isDeleted
    ? [words.deleteHeading, words.deleteExplanation, words.deleteConfirm, words.deleting]
    : [words.unpublishHeading, words.explanation, text.action, text.underway];
  return (
    <Dialogue
      {...{ heading: heading(ids.length), confirm, underway }}
      {...{ onConfirm: takeOff, onClose }}
    >
      <p>{explanation}</p>
      <ReasonInput label={text.reason} value={reason} onChange={setReason} />
    </Dialogue>
  );
}
