'use client';
import {
  Button,
  toast,
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
import { tab } from '../tab.ts';
import { AbandonedText } from './AbandonedText.tsx';
import styles from '../Notice.module.css';
import { mayLeave } from './reload.ts';
import { saveDraft } from './save-draft.ts';
import { SaveKeeper, type KeeperState } from './save-keeper.ts';
import { text } from './text.ts';
import { keepUnsaved } from './unsaved-store.ts';
import { watchSaves } from './watch-saves.ts';

const second = 1_000;
/** Payload's form waits for an answer that will not come: after so long nobody needs to wait for it; in ms. */
const hangsAfter = 30_000;

/** What is typed is saved, or it is in this browser and the page says so. */
export function KeepUnsaved() {
  const { id } = useDocumentInfo();
  return id === undefined ? null : <KeepUnsavedOf key={String(id)} id={String(id)} />;
}

function KeepUnsavedOf({ id }: { id: string }) {
  const { getData } = useForm();
  const [fields] = useAllFormFields();
  const isModified = useFormModified();
  const { config } = useConfig();
  const address = formatAdminURL({ apiRoute: config.routes.api, path: `/articles/${id}` });
  const [state, setState] = useState<KeeperState>({ is: 'saved' });
  const [isKept, setIsKept] = useState(true);
  const keeper = useRef<SaveKeeper>(undefined);

  useEffect(() => {
    const made = new SaveKeeper({
      saved: getData(),
      // It is heard of by `watchSaves`, too, which does no harm.
      save: (data) => saveDraft(address, data, { isAutosave: true }),
      keep: (unsaved) =>
        setIsKept(keepUnsaved(id, tab, unsaved && { ...unsaved, tab, seenAt: Date.now() })),
      tell: setState,
    });
    keeper.current = made;
    const stopWatching = watchSaves({
      path: address,
      began: () => made.began(),
      ended: (data, outcome) => made.ended(data, outcome),
    });
    const timer = setInterval(() => void made.tick(), second);
    const hurry = () => void made.hurry();
    window.addEventListener('online', hurry);
    window.addEventListener('focus', hurry);
    return () => {
      stopWatching();
      clearInterval(timer);
      window.removeEventListener('online', hurry);
      window.removeEventListener('focus', hurry);
    };
  }, [address, getData, id]);

  useEffect(() => {
    const timer = setTimeout(() => keeper.current?.changed(getData(), isModified), 300);
    return () => clearTimeout(timer);
  }, [fields, getData, isModified]);

  const isUnsaved = state.is === 'unsaved';
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      if (!mayLeave()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    // A tab that is alive says so: what it has not saved is nobody else's to take.
    const timer = setInterval(() => keeper.current?.changed(getData()), 5 * second);
    return () => {
      window.removeEventListener('beforeunload', ask);
      clearInterval(timer);
    };
  }, [getData, isUnsaved]);

  return (
    <>
      <AbandonedText id={id} address={address} />
      <Status state={state} isKept={isKept} login={`${config.routes.admin}/login`} />
    </>
  );
}

function Status({ state, isKept, login }: { state: KeeperState; isKept: boolean; login: string }) {
  const isHanging = useHangs();
  const isTold = state.is === 'unsaved' && (state.why === 'away' || state.why === 'logged-out');
  useEffect(() => {
    // What stands here need not pop up again at each try, in the browser's own words.
    const timer = isTold ? setInterval(() => toast.dismiss(), 250) : undefined;
    return () => clearInterval(timer);
  }, [isTold]);
  if (state.is === 'saved')
    return isHanging ? (
      <div className={styles['notice']} role="status">
        <p>{text.stuck}</p>
        <Button size="small" margin={false} onClick={() => window.location.reload()}>
          {text.reload}
        </Button>
      </div>
    ) : null;
  if (state.why === null || state.why === 'refused') return null;
  const clock = formatMinute(new Date(state.since).toISOString(), new Date());
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
