'use client';
import { diffWords } from 'diff';
import { compareParagraphs, type Pair } from './compare-paragraphs.ts';
import styles from './SideBySide.module.css';

interface Props {
  before: readonly string[];
  after: readonly string[];
  /** What stands above each side. */
  headings?: { before: string; after: string };
}

/** Two texts beside each other, with what differs marked in the words themselves. */
export function SideBySide({ before, after, headings }: Props) {
  return (
    <div className={styles['texts']}>
      {headings !== undefined && (
        <div className={styles['pair']}>
          <h4>{headings.before}</h4>
          <h4>{headings.after}</h4>
        </div>
      )}
      {compareParagraphs(before, after).map((pair, n) => (
        <PairView key={n} {...pair} />
      ))}
    </div>
  );
}

function PairView({ before, after }: Pair) {
  const isSame = before === after;
  const changes = isSame ? [] : diffWords(before ?? '', after ?? '');
  return (
    <div className={styles['pair']} data-same={isSame}>
      <p>
        {isSame
          ? before
          : changes.map(({ value, added, removed }, n) =>
              added ? null : removed ? <del key={n}>{value}</del> : <span key={n}>{value}</span>,
            )}
      </p>
      <p>
        {isSame
          ? after
          : changes.map(({ value, added, removed }, n) =>
              removed ? null : added ? <ins key={n}>{value}</ins> : <span key={n}>{value}</span>,
            )}
      </p>
    </div>
  );
}
