'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { fetchView } from '../admin/use-view.ts';
import { sendJson } from '../shared/send-json.ts';
import { daysAfter } from './norwegian-day.ts';
import { text } from './text.ts';
import styles from './Week.module.css';
import { weekView, type WeekItem, type WeekView } from './week-view.ts';

const words = text.week;
const weekday = new Intl.DateTimeFormat('nb-NO', { weekday: 'long', timeZone: 'UTC' });
const whole = new Intl.DateTimeFormat('nb-NO', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
});
const date = new Intl.DateTimeFormat('nb-NO', { day: 'numeric', month: 'short', timeZone: 'UTC' });

interface Props {
  /** `/api`, `/admin`. */
  api: string;
  admin: string;
  first: WeekView;
}

/** The newsroom's week: what is out, planned and due. Days are changed by dragging, or by Alt with an arrow. */
export function Week({ api, admin, first }: Props) {
  const [view, setView] = useState(first);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const router = useRouter();
  const moved = useRef('');
  // Once it is drawn in its new place: the keys go on from there.
  useEffect(() => {
    document.getElementById(moved.current)?.focus();
    moved.current = '';
  }, [view]);
  const monday = view.days[0]?.day ?? view.today;

  const show = async (of: string) => {
    const url = `${api}/desk/week?of=${of}`;
    const next = await fetchView(url, weekView, AbortSignal.timeout(20_000));
    if (typeof next === 'object') setView(next);
    setProblem(typeof next === 'object' ? '' : words.unavailable);
  };
  const move = async (item: WeekItem, to: string | null) => {
    const answer = await sendJson(`${api}/desk/week`, { article: item.id, plan: item.plan, to });
    setProblem(answer.ok ? '' : answer.message || words.failed);
    if (!answer.ok) return setSaid('');
    setSaid(to === null ? words.movedAway(item.title) : words.moved(item.title, dayName(to)));
    moved.current = nameOf(item);
    await show(to ?? monday);
    // What stands below tells of the same days.
    router.refresh();
  };
  const all = [...view.days.flatMap(({ items }) => items), ...view.undated];
  const dropOn = (to: string | null) => ({
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const item = all.find((each) => nameOf(each) === event.dataTransfer.getData('text/plain'));
      if (item?.isMovable === true && (to !== null || item.plan === null)) void move(item, to);
    },
  });
  const keysOf = (item: WeekItem, day: string | null) => (event: KeyboardEvent) => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const isAway = ['Delete', 'Backspace'].includes(event.key);
    if (!event.altKey || (days === undefined && !isAway)) return;
    // The browser would leave the page.
    event.preventDefault();
    if (!item.isMovable) return setProblem(words.fixed);
    if (isAway && item.plan !== null) return setProblem(words.planStays);
    if (days === undefined) return void (day !== null && move(item, null));
    // What has no day gets one of the week that is looked at, and none that is over.
    const isOver = monday < view.today;
    const first = isOver ? view.today : monday;
    void move(item, day === null ? first : daysAfter(day, days));
  };
  const itemsOf = (items: readonly WeekItem[], day: string | null) => (
    <ul className={styles['items']}>
      {items.map((item) => (
        <li
          key={nameOf(item)}
          className={styles['item']}
          data-kind={item.kind}
          data-late={item.isLate}
          draggable={item.isMovable}
          onDragStart={(event) => event.dataTransfer.setData('text/plain', nameOf(item))}
        >
          <a
            id={nameOf(item)}
            href={`${admin}/collections/articles/${item.id}`}
            draggable={false}
            aria-describedby={item.isMovable ? 'week-help' : undefined}
            onKeyDown={keysOf(item, day)}
          >
            {item.title}
          </a>
          <span className={styles['quiet']}>{describe(item)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <section className={styles['week']} aria-label={words.title}>
      <div className={styles['head']}>
        <h2>{words.title}</h2>
        <div className={styles['turn']}>
          <button type="button" onClick={() => void show(daysAfter(monday, -7))}>
            {words.before}
          </button>
          <button type="button" onClick={() => void show(view.today)}>
            {words.now}
          </button>
          <button type="button" onClick={() => void show(daysAfter(monday, 7))}>
            {words.after}
          </button>
        </div>
      </div>
      <p id="week-help" className={styles['quiet']}>
        {words.help}
      </p>
      {problem !== '' && <p role="alert">{problem}</p>}
      <p role="status" className={styles['said']}>
        {said}
      </p>
      <div className={styles['days']}>
        {view.days.map(({ day, items }) => (
          <section
            key={day}
            className={styles['day']}
            data-today={day === view.today}
            aria-label={dayName(day)}
            {...dropOn(day)}
          >
            <h3>
              {weekday.format(noonOf(day))} <span>{date.format(noonOf(day))}</span>
            </h3>
            {itemsOf(items, day)}
          </section>
        ))}
      </div>
      <section className={styles['undated']} aria-label={words.undated} {...dropOn(null)}>
        <h3>{words.undated}</h3>
        {view.undated.length === 0 && <p className={styles['quiet']}>{words.noneUndated}</p>}
        {itemsOf(view.undated, null)}
      </section>
    </section>
  );
}

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
const dayName = (day: string) => whole.format(noonOf(day));
const nameOf = ({ id, plan, kind }: WeekItem) => `week-${kind}-${id}-${plan ?? ''}`;

const describe = ({ kind, clock, stage, who, isLate }: WeekItem): string =>
  [
    kind === 'draft' ? stage : words.kinds[kind],
    isLate ? words.late : kind === 'draft' && clock !== '' ? words.due(clock) : clock,
    who,
  ]
    .filter((part) => part !== '')
    .join(' · ');
