'use client';
import {
  Button,
  toast,
  useConfig,
  useDocumentInfo,
  useField,
  useForm,
  useFormBackgroundProcessing,
} from '@payloadcms/ui';
import { formatAdminURL } from 'payload/shared';
import { useEffect, useState } from 'react';
import { articleAsText } from './article-as-text.ts';
import { copyText } from './copy-text.ts';
import styles from './Notice.module.css';
import { tab } from './tab.ts';
import { savingText } from './text.ts';
import { reloadSaved } from './unsaved/reload.ts';
import { readSavedAt } from './unsaved/save-draft.ts';

const words = savingText.conflict;

/**
 * Tells the server which tab saves, and shows, when a save was refused because the article was changed elsewhere,
 * what its writer can do. What she typed stays in the form. The field `savedFrom` of the article.
 */
export function SaveGuard({ path }: { path: string }) {
  const { errorMessage, setValue, value } = useField<string>({ path });
  const { getData, submit } = useForm();
  const isSaving = useFormBackgroundProcessing();
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const [refusal, setRefusal] = useState('');
  const [said, setSaid] = useState('');
  const [text, setText] = useState('');

  useEffect(() => {
    if (value === tab) return undefined;
    // After the form has laid its first state over whatever its fields set while they were mounted.
    const timer = setTimeout(() => setValue(tab, true), 0);
    return () => clearTimeout(timer);
  }, [setValue, value]);
  useEffect(() => {
    // Each try of autosave is refused anew and wipes the mark: the first refusal stays until it is dealt with.
    if (errorMessage !== undefined) setRefusal(errorMessage);
  }, [errorMessage]);
  useEffect(() => {
    // What stands here need not pop up again at each try.
    if (refusal !== '' && !isSaving) toast.dismiss();
  }, [refusal, isSaving]);
  if (refusal === '' || id === undefined) return null;

  const { routes } = config;
  const address = formatAdminURL({
    apiRoute: routes.api,
    path: `/articles/${String(id)}`,
  });
  const copy = async () => {
    const mine = articleAsText(getData());
    const isCopied = await copyText(mine);
    setSaid(isCopied ? words.copied : words.byHand);
    setText(isCopied ? '' : mine);
  };
  const layOver = async () => {
    const newest = await readSavedAt(address);
    if (newest === undefined) return setSaid(words.failed);
    const result = await submit({
      action: `${address}?draft=true&depth=0&autosave=true`,
      method: 'PATCH',
      // It rests on what is there by now.
      overrides: { _status: 'draft', updatedAt: newest, [path]: tab },
      skipValidation: true,
    });
    if (result?.res?.ok !== true) return setSaid(words.failed);
    setRefusal('');
    setSaid('');
    setText('');
  };
  const reload = () => {
    if (window.confirm(words.sure)) reloadSaved(String(id), tab);
  };
  return (
    <section className={styles['notice']} aria-label={words.title}>
      <h2 className={styles['title']}>{words.title}</h2>
      <p role="alert">{refusal}</p>
      <div className={styles['choices']}>
        <Button size="small" margin={false} onClick={() => void layOver()}>
          {words.layOver}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <a
          href={formatAdminURL({
            adminRoute: routes.admin,
            path: `/collections/articles/${String(id)}`,
          })}
          target="_blank"
          rel="noreferrer"
        >
          {words.look}
        </a>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={reload}>
          {words.reload}
        </Button>
      </div>
      <p className={styles['quiet']}>{words.layOverHelp}</p>
      {said !== '' && <p role="status">{said}</p>}
      {text !== '' && <textarea className={styles['mine']} readOnly value={text} rows={8} />}
    </section>
  );
}
