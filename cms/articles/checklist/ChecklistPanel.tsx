'use client';
import {
  Button,
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormFields,
} from '@payloadcms/ui';
import { useMemo, useState } from 'react';
import { countWords, readingMinutes } from '../../../content/model/blocks/plain-text.ts';
import { readText } from '../../mapping/read-document.ts';
import { toBlocks } from '../../mapping/to-blocks.ts';
import { useView } from '../../admin/use-view.ts';
import { text } from '../../text.ts';
import { checklistSchema, mastheadKey, type ChecklistItem } from './checklist.ts';
import { entry, findNamed } from './find-named.ts';
import { MastheadDialogue } from './MastheadDialogue.tsx';
import panel from '../../shared/Panel.module.css';
import styles from './ChecklistPanel.module.css';
import { text as checklistText } from './text.ts';
import { wordsOf } from './words-of.ts';

const words = checklistText.checklist;
const labels: Partial<Record<string, unknown>> = text.articles;

/** What stands between the draft and its readers, after each save. A `ui` field of the article. */
export function ChecklistPanel() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const url = id === undefined ? null : `${config.routes.api}/desk/checklist/${String(id)}`;
  const list = useView(url, checklistSchema, pauseAfter);
  return (
    <section className={panel['panel']} aria-label={words.heading}>
      <h2 className={panel['title']}>{words.heading}</h2>
      {list === null && <p className={panel['quiet']}>{words.newArticle}</p>}
      {list === 'unavailable' && <p role="alert">{words.unavailable}</p>}
      {typeof list === 'object' && list !== null && (
        <>
          <p className={panel['sentence']} data-level={levelOf(list.items)} role="status">
            {summarise(list.items)}
          </p>
          {list.items.length > 0 && (
            <ul className={styles['items']}>
              {list.items.map((item) => (
                <Item key={item.key} item={item} />
              ))}
            </ul>
          )}
          <Figures saved={list.figures} />
          <NextStep />
        </>
      )}
    </section>
  );
}

/** Words and reading time of what is being written, with each key; of what is saved, while it cannot be read. */
function Figures({ saved }: { saved: string }) {
  const title = useFormFields(([fields]) => fields['title']?.value);
  const lead = useFormFields(([fields]) => fields['lead']?.value);
  const body = useFormFields(([fields]) => fields['body']?.value);
  const figures = useMemo(() => figuresOf({ title, lead, body }), [title, lead, body]);
  return <p className={panel['quiet']}>{figures ?? saved}</p>;
}

function figuresOf({ title, lead, body }: Record<string, unknown>): string | undefined {
  try {
    const text = wordsOf({
      title: readText(title),
      lead: readText(lead),
      body: toBlocks(body ?? { root: { children: [] } }),
    });
    return words.figures(countWords(text), readingMinutes(text));
  } catch {
    return undefined; // what stands in the way is an item of the list
  }
}

function Item({ item }: { item: ChecklistItem }) {
  const { dispatchFields, setModified } = useForm();
  const isField = useFormFields(([fields]) => fields[item.field] !== undefined);
  // A panel is no field, and is there for everybody.
  const isThere = isField || item.field === 'quotes';
  const { proposal } = item;
  const take = () => {
    if (proposal === null) return;
    dispatchFields({ type: 'UPDATE', path: proposal.field, value: proposal.value });
    setModified(true);
  };
  const label = labels[item.field];
  const { user } = useAuth();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <li className={styles['item']} data-level={item.level}>
      <span>{item.sentence}</span>
      <span className={styles['actions']}>
        {isThere && typeof label === 'string' && (
          <button
            type="button"
            className={styles['link']}
            onClick={() => goTo(item.field, item.sentence)}
          >
            {words.goTo(label)}
          </button>
        )}
        {item.key === mastheadKey && user?.['role'] !== 'writer' && (
          <button type="button" className={styles['link']} onClick={() => setIsAsking(true)}>
            {words.fillIn}
          </button>
        )}
        {isAsking && (
          <MastheadDialogue
            onDone={() => window.dispatchEvent(new Event('focus'))}
            onClose={() => setIsAsking(false)}
          />
        )}
        {proposal !== null && (
          <Button buttonStyle="secondary" size="small" margin={false} onClick={take}>
            {proposal.label}
          </Button>
        )}
      </span>
    </li>
  );
}

/** What comes after writing: a writer hands over, an editor corrects what is out. */
function NextStep() {
  const { user } = useAuth();
  const { hasPublishedDoc } = useDocumentInfo();
  const { addFieldRow, dispatchFields, setModified } = useForm();
  const stage = useFormFields(([fields]) => fields['stage']?.value);
  const corrections = useFormFields(([fields]) => fields['corrections']?.rows?.length ?? 0);
  const setStage = (value: string) => {
    dispatchFields({ type: 'UPDATE', path: 'stage', value });
    setModified(true);
  };
  const correct = () => {
    addFieldRow({
      path: 'corrections',
      schemaPath: 'articles.corrections',
      rowIndex: corrections,
    });
    goTo(`corrections__${corrections}__text`);
  };
  if (user?.['role'] === 'writer' && hasPublishedDoc === true)
    return <p className={panel['quiet']}>{checklistText.request.isOut}</p>;
  if (user?.['role'] === 'writer') {
    const isAsked = stage === 'waiting';
    return (
      <div className={styles['actions']}>
        {isAsked && <span role="status">{checklistText.request.asked}</span>}
        <Button
          buttonStyle={isAsked ? 'secondary' : 'primary'}
          size="small"
          margin={false}
          onClick={() => setStage(isAsked ? 'writing' : 'waiting')}
        >
          {isAsked ? checklistText.request.takeBack : checklistText.request.ask}
        </Button>
      </div>
    );
  }
  if (hasPublishedDoc !== true) return null;
  return (
    <div className={styles['actions']}>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={correct}>
        {checklistText.correct.action}
      </Button>
      <span className={panel['quiet']}>{checklistText.correct.help}</span>
    </div>
  );
}

const pauseAfter = () => 15_000;

const countOf = (items: readonly ChecklistItem[], level: ChecklistItem['level']) =>
  items.filter((each) => each.level === level).length;

const levelOf = (items: readonly ChecklistItem[]) => items[0]?.level ?? 'ready';

function summarise(items: readonly ChecklistItem[]): string {
  const stops = countOf(items, 'stop');
  if (stops > 0) return words.stops(stops);
  const warnings = countOf(items, 'warn');
  return warnings > 0 ? words.warnings(warnings) : words.ready;
}

/**
 * Brings a field into view and puts the cursor in it; of the text, the place that the sentence names. Waits a little for
 * one that is about to be drawn.
 */
function goTo(field: string, sentence = '', triesLeft = 30): void {
  // Payload names a field's place on the screen after it; the text has none.
  const whole = document.querySelector(
    field === 'body'
      ? '.document-fields__main .rich-text-lexical [contenteditable="true"]'
      : `#field-${field}`,
  );
  if (whole === null) {
    if (triesLeft > 0) setTimeout(() => goTo(field, sentence, triesLeft - 1), 100);
    return;
  }
  const place = (field === 'body' ? findNamed(sentence, whole) : undefined) ?? whole;
  // What was answered is folded up.
  const folded = [...place.querySelectorAll<HTMLDetailsElement>(':scope details')];
  for (const details of folded) details.open = true;
  const focusable = place.matches(entry) ? place : place.querySelector(entry);
  place.scrollIntoView({ block: 'center', behavior: 'smooth' });
  if (focusable instanceof HTMLElement) focusable.focus({ preventScroll: true });
}
