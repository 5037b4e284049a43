import type { Payload, TypedUser } from 'payload';
import { heldUntil } from '../articles/plans/held-until.ts';
import { findBackupFailure, newestBackup } from '../health/check-backup.ts';
import type { Role } from '../access.ts';
import { checkHealth, type Health } from '../health/check-health.ts';
import { text as healthText } from '../health/text.ts';
import { NewsletterSettings } from '../newsletter/NewsletterSettings.ts';
import { formatDay, formatMinute, formatToday } from '../shared/format-times.ts';
import styles from './Desk.module.css';
import { readDesk, type Desk as DeskFacts, type DeskArticle } from './read-desk.ts';
import { dayOf, mondayOf } from './norwegian-day.ts';
import { readWeek } from './read-week.ts';
import { text } from './text.ts';
import { Week } from './Week.tsx';

const words = text;

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

interface Props {
  payload: Payload;
  user?: TypedUser;
}

/** The newsroom's day at the top of the dashboard: what needs a person, and where every story is. */
export async function Desk({ payload, user }: Props) {
  if (!user) return null;
  const now = new Date();
  const desk = await readDesk(payload, now);
  const health = user.role === 'writer' ? undefined : await checkHealth(payload);
  const hrefOf = (collection: string, id: string) =>
    `${payload.config.routes.admin}/collections/${collection}/${id}`;
  const rowsOf = (articles: readonly DeskArticle[], tell: Tell = (_, time) => time): Row[] =>
    articles.map((article) => ({
      key: article.id + article.at,
      href: hrefOf('articles', article.id),
      title: article.title || words.untitled,
      meta: [article.who, tell(article, formatMinute(article.at, now))].filter(Boolean).join(' · '),
    }));
  const due: Tell = ({ deadline }, time) =>
    deadline === null
      ? time
      : words.deadline(formatMinute(deadline, now), deadline < now.toISOString());
  return (
    <div className={styles['desk']}>
      <h1 className={styles['today']}>{capitalized(formatToday(now))}</h1>
      {health && <Problems health={health} />}
      <Needs
        {...{ desk, hrefOf, role: user.role }}
        settingsHref={`${payload.config.routes.admin}/globals/${NewsletterSettings.slug}`}
      />
      <Week
        {...{ api: payload.config.routes.api, admin: payload.config.routes.admin }}
        first={await readWeek(payload, { monday: mondayOf(dayOf(now)), role: user.role, now })}
      />
      <div className={styles['budget']}>
        <Column title={words.ideas} empty={words.noIdeas}>
          {rowsOf(desk.ideas, due)}
        </Column>
        <Column title={words.writing} empty={words.nothingWritten}>
          {rowsOf(desk.drafts, due)}
        </Column>
        <Column title={words.waiting} empty={words.nothingWaits}>
          {rowsOf(desk.waiting, due)}
        </Column>
        <Column title={words.planned} empty={words.nothingPlanned}>
          {desk.planned.flatMap((plan) =>
            rowsOf([plan], (_, time) =>
              [
                plan.at === heldUntil ? words.held : words.plans[plan.type](time),
                plan.isChanged ? words.changed : '',
                plan.uses.length > 0 ? words.usesChanged(plan.uses) : '',
              ]
                .filter(Boolean)
                .join(' · '),
            ),
          )}
        </Column>
        <Column title={words.published} empty={words.nothingPublished}>
          {desk.published.flatMap((each) =>
            rowsOf([each], (_, time) => `${time} · ${words.seen(each.verifiedAt !== null)}`),
          )}
        </Column>
      </div>
      {health && <LastBackup {...{ now, told: health.problems }} />}
    </div>
  );
}

/**
 * Where backups are kept is known: when the last good one was made, and why there is none after it. Where that has
 * become too old, it is told above.
 */
async function LastBackup({ now, told }: { now: Date; told: readonly string[] }) {
  const [at, failure] = await Promise.all([
    newestBackup().catch(() => undefined),
    findBackupFailure(),
  ]);
  const lines = [
    ...(at ? [words.backup(formatMinute(at.toISOString(), now))] : []),
    ...failure.filter((sentence) => !told.includes(sentence)),
  ];
  return lines.map((line) => (
    <p key={line} className={styles['quiet']}>
      {line}
    </p>
  ));
}

/** What keeps the machinery from doing its part, in words. */
function Problems({ health: { problems } }: { health: Health }) {
  if (problems.length === 0) return null;
  return (
    <section className={styles['needs']} role="alert">
      <h2 className={styles['title']}>{healthText.title}</h2>
      <ul className={styles['rows']}>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </section>
  );
}

type Tell = (article: DeskArticle, time: string) => string;

interface NeedsProps {
  desk: DeskFacts;
  hrefOf: (collection: string, id: string) => string;
  settingsHref: string;
  role: Role;
}

/** One line for each thing that does not go on by itself. */
function Needs({ desk, hrefOf, settingsHref, role }: NeedsProps) {
  const isEditor = role !== 'writer';
  const needs = [
    ...desk.missed.map(({ id, title, why }) => ({
      key: `missed-${id}`,
      href: hrefOf('articles', id),
      title: words.missed(title),
      meta: why || words.missedWhy,
    })),
    ...desk.stuck.map(({ id, title, problem }) => ({
      key: `stuck-${id}`,
      href: hrefOf('articles', id),
      title: words.stuck(title),
      meta: problem,
    })),
    ...(isEditor ? desk.mailings : []).map(({ id, subject, reason }) => ({
      key: `mailing-${id}`,
      href: hrefOf('mailings', id),
      title: words.mailing(subject),
      meta: reason,
    })),
    ...(isEditor ? desk.rights : []).map(({ id, alt, until, isOver }) => ({
      key: `rights-${id}`,
      href: hrefOf('media', id),
      title: isOver ? words.rightsOver(alt) : words.rightsEnding(alt, formatDay(until)),
      meta: isOver ? words.rightsOverWhy : words.rightsEndingWhy,
    })),
    ...(isEditor && desk.queued !== undefined
      ? [
          {
            key: 'queued',
            href: settingsHref,
            title: words.queued,
            meta: words.queuedWhy(desk.queued),
          },
        ]
      : []),
    ...(role === 'admin' ? desk.accounts : []).map(({ id, name, email }) => ({
      key: `account-${id}`,
      href: hrefOf('users', id),
      title: words.account(name || email),
      meta: words.accountWhy,
    })),
    ...(isEditor ? desk.waiting : []).map(({ id, title, who }) => ({
      key: `waiting-${id}`,
      href: hrefOf('articles', id),
      title: words.approve(title),
      meta: who,
    })),
  ];
  return (
    <section className={styles['needs']} data-calm={needs.length === 0}>
      <h2 className={styles['title']}>{words.needs}</h2>
      {needs.length === 0 ? <p className={styles['quiet']}>{words.calm}</p> : <Rows rows={needs} />}
    </section>
  );
}

function Column({ title, empty, children }: { title: string; empty: string; children: Row[] }) {
  return (
    <section>
      <h2 className={styles['title']}>{title}</h2>
      {children.length === 0 ? (
        <p className={styles['quiet']}>{empty}</p>
      ) : (
        <Rows rows={children} />
      )}
    </section>
  );
}

interface Row {
  key: string;
  href: string;
  title: string;
  meta: string;
}

function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className={styles['rows']}>
      {rows.map(({ key, href, title, meta }) => (
        <li key={key}>
          <a href={href}>{title}</a>
          {meta !== '' && <span className={styles['quiet']}>{meta}</span>}
        </li>
      ))}
    </ul>
  );
}
