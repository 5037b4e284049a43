'use client';
import {
  Button,
  useAllFormFields,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormBackgroundProcessing,
  useFormModified,
} from '@payloadcms/ui';
import { formatAdminURL } from 'payload/shared';
import { useEffect, useRef, useState } from 'react';
import { formatMinute } from '../../../shared/format-times.ts';
import { useDrawnRows } from '../../../admin/use-drawn-rows.ts';
import { lastWords, latestBody } from '../../../admin/latest-body.ts';
import { useNoToasts } from './dismiss-toasts.ts';
import { tellForm } from './typed-since.ts';
import { renewTab, thisTab } from '../tab.ts';
import { AbandonedText } from './AbandonedText.tsx';
import { GoneArticle } from './GoneArticle.tsx';
import styles from '../Notice.module.css';
import { mayLeave } from './reload.ts';
import { saveDraft } from './save-draft.ts';
import { SaveKeeper, type KeeperState } from './save-keeper.ts';
import { text } from './text.ts';
import { keepUnsaved } from './unsaved-store.ts';
import { watchSaves } from './watch-saves.ts';

const second = 1_000;
/** What is typed is kept in the browser after so long, also while typing goes on; in ms. */
const keptAfter = 300;
/** Payload's form waits for an answer that will not come: after so long nobody needs to wait for it; in ms. */
const hangsAfter = 30_000;

/** What is typed is saved, or it is in this browser and the page says so. */
export function KeepUnsaved() {
  const { id } = useDocumentInfo();
  return id === undefined ? null : <KeepUnsavedOf key={String(id)} id={String(id)} />;
}

function KeepUnsavedOf({ id }: { id: string }) {
  const { getData, getFields } = useForm();
  const [fields] = useAllFormFields();
  useEffect(() => tellForm(id, getFields), [getFields, id]);
  useDrawnRows();
  const isModified = useFormModified();
  const { config } = useConfig();
  const address = formatAdminURL({ apiRoute: config.routes.api, path: `/articles/${id}` });
  const [state, setState] = useState<KeeperState>({ is: 'saved' });
  const [isKept, setIsKept] = useState(true);
  const [refusal, setRefusal] = useState('');
  const keeper = useRef<SaveKeeper>(undefined);
  const [tab] = useState(thisTab);

  useEffect(() => {
    let isLeft = false;
    const made = new SaveKeeper({
      saved: getData(),
      // It is heard of by `watchSaves`, too, which does no harm.
      save: (data) => saveDraft(address, data, { isAutosave: true }),
      keep: (unsaved) =>
        setIsKept(keepUnsaved(id, tab, unsaved && { ...unsaved, tab, seenAt: Date.now(), isLeft })),
      tell: setState,
    });
    keeper.current = made;
    const stopWatching = watchSaves({
      path: address,
      began: () => made.began(),
      ended: (data, outcome, _saved, sentence) => {
        if (outcome === 'invalid') setRefusal(sentence ?? '');
        made.ended(data, outcome);
      },
    });
    const timer = setInterval(() => void made.tick(), second);
    const hurry = () => void made.hurry();
    // What the form holds, and what is typed and on its way to it.
    const look = () => made.changed({ ...getData(), ...lastWords(id) });
    const leave = () => {
      isLeft = true;
      look();
    };
    // The page was kept by the browser, and is shown again.
    const comeBack = () => {
      isLeft = false;
    };
    const ask = (event: BeforeUnloadEvent) => {
      look();
      if (made.isUnsaved && !mayLeave()) event.preventDefault();
    };
    const listeners = [
      ['online', hurry],
      ['focus', hurry],
      ['beforeunload', ask],
      ['pagehide', leave],
      ['pageshow', comeBack],
    ] as const;
    // why: each listener hears of its own event
    for (const [name, listen] of listeners) window.addEventListener(name, listen as EventListener);
    document.addEventListener('visibilitychange', look);
    return () => {
      stopWatching();
      clearInterval(timer);
      for (const [name, listen] of listeners)
        window.removeEventListener(name, listen as EventListener);
      document.removeEventListener('visibilitychange', look);
      if (mayLeave()) return;
      leave();
      void made.flush();
      renewTab();
    };
  }, [address, getData, id, tab]);

  useEffect(() => {
    // What the form filled in by itself is no change; what is typed in the body it hears of at the next pause only.
    const timer = setTimeout(() => keeper.current?.changed(getData(), isModified), 0);
    return () => clearTimeout(timer);
  }, [fields, getData, isModified]);
  useEffect(() => {
    let before: unknown;
    const timer = setInterval(() => {
      const body = latestBody(id);
      if (body !== undefined && body !== before)
        keeper.current?.changed({ ...getData(), ...lastWords(id) });
      before = body;
    }, keptAfter);
    return () => clearInterval(timer);
  }, [getData, id]);

  const isUnsaved = state.is === 'unsaved';
  useEffect(() => {
    if (!isUnsaved) return undefined;
    // A tab that is alive says so: what it has not saved is nobody else's to take.
    const timer = setInterval(
      () => keeper.current?.changed({ ...getData(), ...lastWords(id) }),
      5 * second,
    );
    return () => clearInterval(timer);
  }, [getData, id, isUnsaved]);

  return (
    <>
      <AbandonedText id={id} tab={tab} address={address} />
      <Status {...{ state, isKept, refusal }} login={`${config.routes.admin}/login`} />
    </>
  );
}

function Status({
  state,
  isKept,
  refusal,
  login,
}: {
  state: KeeperState;
  isKept: boolean;
  /** Why it is not saved, where somebody has to mend something. */
  refusal: string;
  login: string;
}) {
  const isHanging = useHangs();
  const isTold = state.is === 'unsaved' && !isSilent(state.why);
  useNoToasts(isTold);
  if (state.is === 'saved')
    return isHanging ? (
      <div className={styles['notice']} role="status">
        <p>{text.stuck}</p>
        <Button size="small" margin={false} onClick={() => window.location.reload()}>
          {text.reload}
        </Button>
      </div>
    ) : null;
  if (isSilent(state.why)) return null;
  if (state.why === 'gone') return <GoneArticle />;
  const clock = formatMinute(new Date(state.since).toISOString(), new Date());
  if (state.why === 'invalid')
    return (
      <div className={styles['notice']} role="status" data-unsaved>
        <p>
          <strong>{text.refused(clock)}</strong> {refusal}
        </p>
      </div>
    );
  const isOut = state.why === 'logged-out';
  return (
    <div className={styles['notice']} role="status" data-unsaved>
      <p>
        <strong>{isOut ? text.loggedOut(clock) : text.unsaved(clock)}</strong>{' '}
        {isKept ? text.kept : text.notKept}
      </p>
      {isOut && (
        <p>
          <a href={login} target="_blank" rel="noreferrer">
            {text.logIn}
          </a>
          . {text.thenSaved}
        </p>
      )}
    </div>
  );
}

/** Nothing went wrong yet, or somebody else says it: the merge, or the form of a publication. */
const isSilent = (why: Extract<KeeperState, { is: 'unsaved' }>['why']) =>
  why === null || why === 'refused' || why === 'unreleased';

/** Whether the form has been at one save for longer than any takes. */
function useHangs(): boolean {
  const isSaving = useFormBackgroundProcessing();
  const [hangs, setHangs] = useState(false);
  useEffect(() => {
    setHangs(false);
    if (!isSaving) return undefined;
    const timer = setTimeout(() => setHangs(true), hangsAfter);
    return () => clearTimeout(timer);
  }, [isSaving]);
  return hangs;
}
