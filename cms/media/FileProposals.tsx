'use client';

import { Button, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { atNoon, readFileInfo, type FileInfo } from './file-info.ts';
import styles from './FileProposals.module.css';
import { text } from './text.ts';
import { wideEnough as enough } from './wide-enough.ts';

const words = text.proposals;
type Field = 'credit' | 'caption' | 'creator' | 'copyright';
/** What readers do not see stands in the fields at once, to be corrected or emptied. */
type Filled = 'creator' | 'copyright' | 'city' | 'takenOn';

/**
 * What a chosen file says of itself: filled in where it is for the files only, and to be taken over with a press where
 * readers see it; and that it is too small, if it is.
 */
export function FileProposals() {
  const file = useFormFields(([fields]) => fields['file']?.value);
  const values = useFormFields(([fields]) => ({
    credit: fields['credit']?.value,
    caption: fields['caption']?.value,
    creator: fields['creator']?.value,
    copyright: fields['copyright']?.value,
  }));
  const { dispatchFields, getField, setModified } = useForm();
  const { savedDocumentData } = useDocumentInfo();
  const isNew = savedDocumentData?.['id'] === undefined;
  const [info, setInfo] = useState<FileInfo>({});
  const [chosenWidth, setWidth] = useState<number>();
  const [filled, setFilled] = useState<Partial<Record<Filled, string>>>({});

  const fillIn = useRef((_found: FileInfo): void => undefined);
  fillIn.current = ({ creator, copyright, city, takenOn }) => {
    const inFile = { creator, copyright, city, takenOn: atNoon(takenOn) };
    const next: typeof filled = {};
    for (const path of Object.keys(inFile) as Filled[]) {
      const [value = '', here] = [inFile[path], getField(path)?.value];
      // What another file, chosen before this one, said is not this one's.
      if (here && here !== filled[path]) continue;
      if (value !== '') next[path] = value;
      if (value !== (here ?? '')) dispatchFields({ type: 'UPDATE', path, value: value || null });
    }
    setFilled(next);
  };

  useEffect(() => {
    if (!(file instanceof Blob)) return undefined;
    let isOver = false;
    void file.arrayBuffer().then(async (bytes) => {
      const found = await readFileInfo(bytes);
      if (isOver) return;
      setInfo(found);
      if (isNew) fillIn.current(found);
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
  }, [file, isNew]);

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
  const seen = isNew
    ? ''
    : [info.city, info.takenOn && dayInWords(info.takenOn)].filter(Boolean).join(', ');
  const own = file instanceof Blob ? Object.keys(filled).map((name) => text[name as Filled]) : [];
  const width = file instanceof Blob ? chosenWidth : Number(savedDocumentData?.['width'] ?? enough);
  const isNarrow = width !== undefined && width < enough;
  const isReplaced = file instanceof Blob && !isNew;
  if ([...open, ...own].length === 0 && seen === '' && !isNarrow && !isReplaced) return null;
  return (
    <section className={styles['panel']} aria-label={words.title}>
      {isReplaced && <p role="status">{words.replaced}</p>}
      {isNarrow && <p role="status">{words.narrow(width)}</p>}
      {own.length > 0 && <p role="status">{words.filled(own)}</p>}
      {(open.length > 0 || seen !== '') && <h2>{words.title}</h2>}
      <dl>
        {open.map(([field, value]) => (
          <div key={field}>
            <dt>{text[field]}</dt>
            <dd>{value}</dd>
            <dd className={styles['act']}>
              <Button
                buttonStyle="secondary"
                size="small"
                margin={false}
                aria-label={`${words.use}: ${text[field]}`}
                onClick={() => use([[field, value]])}
              >
                {words.use}
              </Button>
            </dd>
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
