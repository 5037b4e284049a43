'use client';

import { Button, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { readFileInfo, type FileInfo } from './file-info.ts';
import styles from './FileProposals.module.css';
import { text } from './text.ts';

const words = text.proposals;
const enough = 1_200;
type Field = 'credit' | 'caption' | 'creator' | 'copyright';

/** What a chosen file says of itself, to be taken over with a press; and that it is too small, if it is. */
export function FileProposals() {
  const file = useFormFields(([fields]) => fields['file']?.value);
  const values = useFormFields(([fields]) => ({
    credit: fields['credit']?.value,
    caption: fields['caption']?.value,
    creator: fields['creator']?.value,
    copyright: fields['copyright']?.value,
  }));
  const { dispatchFields, setModified } = useForm();
  const { savedDocumentData } = useDocumentInfo();
  const [info, setInfo] = useState<FileInfo>({});
  const [chosenWidth, setWidth] = useState<number>();

  useEffect(() => {
    if (!(file instanceof Blob)) return undefined;
    let isOver = false;
    void file.arrayBuffer().then(async (bytes) => {
      const found = await readFileInfo(bytes);
      if (!isOver) setInfo(found);
    });
    // What is no picture is refused with its own sentence once it is saved.
    void createImageBitmap(file)
      .then(({ width }) => isOver || setWidth(width))
      .catch(() => undefined);
    return () => {
      isOver = true;
      setInfo({});
      setWidth(undefined);
    };
  }, [file]);

  const proposals: [Field, string][] = [
    ['credit', [info.creator, info.credit].filter(Boolean).join(' / ')],
    ['caption', info.caption ?? ''],
    ['creator', info.creator ?? ''],
    ['copyright', info.copyright ?? ''],
  ];
  const open = proposals.filter(([field, value]) => value !== '' && values[field] !== value);
  const use = (wanted: [Field, string][]) => {
    for (const [path, value] of wanted) dispatchFields({ type: 'UPDATE', path, value });
    setModified(true);
  };
  const seen = [info.city, info.takenOn && dayInWords(info.takenOn)].filter(Boolean).join(', ');
  const width = file instanceof Blob ? chosenWidth : Number(savedDocumentData?.['width'] ?? enough);
  const isNarrow = width !== undefined && width < enough;
  const isReplaced = file instanceof Blob && savedDocumentData?.['id'] !== undefined;
  if (open.length === 0 && seen === '' && !isNarrow && !isReplaced) return null;
  return (
    <section className={styles['panel']} aria-label={words.title}>
      {isReplaced && <p role="status">{words.replaced}</p>}
      {isNarrow && <p role="status">{words.narrow(width)}</p>}
      {(open.length > 0 || seen !== '') && <h2>{words.title}</h2>}
      <dl>
        {open.map(([field, value]) => (
          <div key={field}>
            <dt>{text[field]}</dt>
            <dd>{value}</dd>
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              aria-label={`${words.use}: ${text[field]}`}
              onClick={() => use([[field, value]])}
            >
              {words.use}
            </Button>
          </div>
        ))}
      </dl>
      {seen !== '' && <p className={styles['quiet']}>{seen}</p>}
      {open.length > 1 && (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => use(open)}>
          {words.useAll}
        </Button>
      )}
    </section>
  );
}

const dayInWords = (day: string) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('nb-NO', { dateStyle: 'long' });
