import type { Payload, TypedUser } from 'payload';
import { latestMailings } from '../store/mailings.ts';
import type { MailingRow } from '../store/rows.ts';
import { countGrowth, type GrowthPoint } from './count-growth.ts';
import styles from './Readership.module.css';
import { sentenceOf } from './sentence-of.ts';
import { panelText } from './text.ts';
import { timeZone } from '../../../content/model/time-zone.ts';

const words = panelText.readership;
const weeks = 13;
const width = 640;
const height = 140;

interface Props {
  payload: Payload;
  user?: TypedUser;
}

/** The newsletter on the dashboard: subscribers over time and the last mailings, drawn. For editors. */
export async function Readership({ payload, user }: Props) {
  if (user?.role !== 'admin' && user?.role !== 'editor') return null;
  const growth = await countGrowth(payload, weeks);
  const mailings = await latestMailings(payload, 5);
  const admin = payload.config.routes.admin;
  return (
    <div className={styles['readership']}>
      <section>
        <h2 className={styles['title']}>{words.subscribers}</h2>
        <Growth points={growth} />
      </section>
      <section>
        <h2 className={styles['title']}>{words.mailings}</h2>
        {mailings.length === 0 && <p>{words.noMailings}</p>}
        <ul className={styles['mailings']}>
          {mailings.map((mailing) => (
            <li key={mailing.id}>
              <a href={`${admin}/collections/mailings/${mailing.id}`}>
                {mailing.subject ?? words.notReady}
              </a>
              <Share mailing={mailing} />
              <span className={styles['quiet']}>{sentenceOf(mailing)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** A line from the lowest to the highest week; the figures at both ends say what it means. */
function Growth({ points }: { points: GrowthPoint[] }) {
  const counts = points.map(({ active }) => active);
  const [most, least] = [Math.max(...counts), Math.min(...counts)];
  const x = (index: number) => (index / (points.length - 1)) * width;
  const y = (count: number) =>
    most === least ? height / 2 : height - ((count - least) / (most - least)) * height;
  const line = counts.map((count, index) => `${x(index)},${y(count)}`).join(' ');
  const first = counts[0] ?? 0;
  const last = counts.at(-1) ?? 0;
  return (
    <figure className={styles['growth']}>
      <p className={styles['now']}>
        <strong>{last}</strong> {words.change(last - first)}
      </p>
      <svg
        viewBox={`-4 -6 ${width + 8} ${height + 12}`}
        role="img"
        aria-label={words.alt(first, last)}
      >
        <polyline points={line} className={styles['line']} />
        <circle cx={x(counts.length - 1)} cy={y(last)} r="4" className={styles['end']} />
      </svg>
      <figcaption className={styles['ends']}>
        <span>{day(points[0]?.at)}</span>
        <span>{words.today}</span>
      </figcaption>
    </figure>
  );
}

/** Accepted of those who should have it. */
function Share({ mailing }: { mailing: MailingRow }) {
  const meant = mailing.candidates - mailing.excluded;
  const share = meant === 0 ? 0 : mailing.accepted / meant;
  return (
    <span className={styles['share']} aria-hidden="true">
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}

const dayFormat = new Intl.DateTimeFormat('nb-NO', {
  timeZone,
  day: 'numeric',
  month: 'long',
});
const day = (at: Date | undefined) => (at === undefined ? '' : dayFormat.format(at));
