'use client';

import { Button, useConfig, useForm } from '@payloadcms/ui';
import { diffWords } from 'diff';
import { formatAdminURL } from 'payload/shared';
import { useEffect, useState } from 'react';
import { articleAsText } from '../../mapping/article-as-text.ts';
import { copyText } from '../../admin/copy-text.ts';
import { useNoToasts } from './unsaved/dismiss-toasts.ts';
import type { Choice } from './merge-bodies.ts';
import styles from './MergeChanges.module.css';
import notice from './Notice.module.css';
import { savingText } from './text.ts';
import { textOfValue, type FieldLike } from './text-of-value.ts';
import { useMerging, type Merging } from './use-merging.ts';

const words = savingText.merging;

interface NamedField extends FieldLike {
  name?: string;
  label?: unknown;
  relationTo?: unknown;
}

/** Who else is in the article, what came from them, and what is to be decided because both changed it. */
export function MergeChanges({ id }: { id: string }) {
  const { config, getEntityConfig } = useConfig();
  const address = formatAdminURL({ apiRoute: config.routes.api, path: `/articles/${id}` });
  const { here, conflicts, choose, news } = useMerging(id, address);
  // why: what the browser gets of a field has these parts
  const fields = (getEntityConfig({ collectionSlug: 'articles' })?.fields ?? []) as NamedField[];
  const labelOf = (name: string) => {
    const label = fields.find((field) => field.name === name)?.label;
    return typeof label === 'string' ? label : name;
  };
  useNoToasts(conflicts.length > 0);
  const by = here?.newest.by ?? null;
  const isMe = here?.newest.isMe ?? false;
  const title = isMe ? words.titleOfTwoTabs : words.title;
  return (
    <>
      <Here here={here} />
      <p className={styles['news']} role="status">
        {news && words.news(news.by, news.fields.map(labelOf))}
      </p>
      {conflicts.length > 0 && (
        <section className={notice['notice']} aria-label={title}>
          <h2 className={notice['title']}>{title}</h2>
          <p role="alert">{isMe ? words.leadOfTwoTabs : words.lead(by)}</p>
          {conflicts.map((conflict) => (
            <ConflictOf
              key={conflict.key}
              {...{ conflict, by, isMe, choose }}
              label={labelOf(conflict.field)}
              field={fields.find(({ name }) => name === conflict.field)}
            />
          ))}
          <p className={notice['quiet']}>{words.help}</p>
          <CopyMine
            look={formatAdminURL({
              adminRoute: config.routes.admin,
              path: `/collections/articles/${id}`,
            })}
          />
        </section>
      )}
    </>
  );
}

function Here({ here }: Pick<Merging, 'here'>) {
  const names = here?.others.filter(({ isMe }) => !isMe).map(({ name }) => name) ?? [];
  const isTwice = here?.others.some(({ isMe }) => isMe) ?? false;
  const lines = [
    ...(names.length > 0 ? [words.here(names)] : []),
    ...(isTwice ? [words.twice] : []),
  ];
  return (
    <div className={styles['here']} role="status">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function ConflictOf({
  conflict,
  label,
  field,
  by,
  isMe,
  choose,
}: {
  conflict: Merging['conflicts'][number];
  label: string;
  field: NamedField | undefined;
  by: string | null;
  isMe: boolean;
  choose: Merging['choose'];
}) {
  const names = useNames(field, [conflict.mine, conflict.theirs]);
  const isPlace = conflict.field === 'body';
  const said = (value: unknown) =>
    isPlace ? textOfValue(field, { root: { children: value } }) : textOfValue(field, value, names);
  const [mine, theirs] = [said(conflict.mine), said(conflict.theirs)];
  const changes = diffWords(theirs, mine);
  const button = (choice: Choice, text: string) => (
    <Button
      buttonStyle={conflict.choice === choice ? 'primary' : 'secondary'}
      size="small"
      margin={false}
      extraButtonProps={{ 'aria-pressed': conflict.choice === choice }}
      onClick={() => choose(conflict, choice)}
    >
      {text}
    </Button>
  );
  return (
    <div className={styles['conflict']} role="group" aria-label={label}>
      <h3>{label}</h3>
      <div className={styles['sides']}>
        <div>
          <h4>{isMe ? words.mineHere : words.mine}</h4>
          <p>
            {changes.map(({ value, added, removed }, n) =>
              removed ? null : added ? <mark key={n}>{value}</mark> : <span key={n}>{value}</span>,
            )}
          </p>
          {button('mine', words.keepMine)}
        </div>
        <div>
          <h4>{isMe ? words.theirsOfTwoTabs : words.theirs(by)}</h4>
          <p>
            {changes.map(({ value, added, removed }, n) =>
              added ? null : removed ? <mark key={n}>{value}</mark> : <span key={n}>{value}</span>,
            )}
          </p>
          {button('theirs', words.takeTheirs)}
        </div>
      </div>
      {isPlace && button('both', words.keepBoth)}
    </div>
  );
}

/** What documents are called that a relation's value names. */
function useNames(field: NamedField | undefined, values: readonly unknown[]): Map<string, string> {
  const { config, getEntityConfig } = useConfig();
  const [names, setNames] = useState(new Map<string, string>());
  const to = typeof field?.relationTo === 'string' ? field.relationTo : undefined;
  const ids = [...new Set(values.flat().filter((each) => typeof each === 'string'))].join(',');
  useEffect(() => {
    if (to === undefined || ids === '') return;
    // why: a slug that a field names is a collection's
    const title = getEntityConfig({ collectionSlug: to as 'articles' })?.admin.useAsTitle ?? 'id';
    const query = `where[id][in]=${encodeURIComponent(ids)}&depth=0&limit=100`;
    void fetch(`${config.routes.api}/${to}?${query}`, { credentials: 'include' })
      .then(async (answer) => (await answer.json()) as { docs?: Record<string, unknown>[] })
      .then(({ docs = [] }) =>
        setNames(new Map(docs.map((doc) => [String(doc['id']), String(doc[title] ?? doc['id'])]))),
      )
      .catch(() => undefined); // then the ids stand there
  }, [config.routes.api, getEntityConfig, ids, to]);
  return names;
}

function CopyMine({ look }: { look: string }) {
  const { getData } = useForm();
  const [said, setSaid] = useState('');
  const [text, setText] = useState('');
  const copy = async () => {
    const mine = articleAsText(getData());
    const isCopied = await copyText(mine);
    setSaid(isCopied ? words.copied : words.byHand);
    setText(isCopied ? '' : mine);
  };
  return (
    <>
      <div className={notice['choices']}>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <a href={look} target="_blank" rel="noreferrer">
          {words.look}
        </a>
      </div>
      {said !== '' && <p role="status">{said}</p>}
      {text !== '' && <textarea className={notice['mine']} readOnly value={text} rows={8} />}
    </>
  );
}
