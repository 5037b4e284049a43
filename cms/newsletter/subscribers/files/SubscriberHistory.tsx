'use client';
import { useConfig, useDocumentInfo } from '@payloadcms/ui';
import { z } from 'zod';
import { useView } from '../../../admin/use-view.ts';
import { deliveryStates, afterwards } from '../../store/states.ts';
import { text } from '../../text.ts';
import { showTime } from '../../admin/show-time.ts';
import { panelText } from '../../admin/text.ts';
import styles from '../../admin/MailingOverview.module.css';

const words = panelText.history;
const most = 50;

const historySchema = z.object({
  totalDocs: z.number(),
  docs: z.array(
    z.object({
      id: z.string(),
      createdAt: z.iso.datetime(),
      mailing: z.object({ id: z.string(), subject: z.string().nullish() }).nullish().catch(null),
      state: z.enum(deliveryStates),
      afterwards: z.enum(afterwards),
      reason: z.string().nullish(),
    }),
  ),
});

/** The mails that one subscriber was meant to have, newest first, and what became of each. A `ui` field. */
export function SubscriberHistory() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const query = `where[subscriber][equals]=${String(id)}&depth=1&limit=${String(most)}&sort=-createdAt`;
  const url = id === undefined ? null : `${config.routes.api}/deliveries?${query}`;
  const view = useView(url, historySchema, rarely);
  if (view === null || view === 'loading') return null;
  if (view === 'unavailable') return <p role="alert">{panelText.articleMail.unavailable}</p>;
  return (
    <section className={`${styles['overview']} ${styles['history']}`}>
      <h2>{words.title}</h2>
      {view.docs.length === 0 ? <p>{words.none}</p> : null}
      <ul className={styles['letters']}>
        {view.docs.map((delivery) => (
          <li key={delivery.id}>
            <a href={`${config.routes.admin}/collections/deliveries/${delivery.id}`}>
              {delivery.mailing?.subject ?? words.noSubject}
            </a>
            <br />
            {showTime(delivery.createdAt)}: {outcomeOf(delivery)}
          </li>
        ))}
      </ul>
      {view.totalDocs > most ? <p>{words.more(view.totalDocs)}</p> : null}
    </section>
  );
}

const rarely = () => 60_000;

function outcomeOf(delivery: z.infer<typeof historySchema>['docs'][number]): string {
  const { state, afterwards: since, reason } = delivery;
  const what = state === 'accepted' && since !== 'none' ? labels.since[since] : labels.state[state];
  return reason ? `${what} (${reason})` : what;
}

const labels = { state: text.deliveries.states, since: text.deliveries.afterwardsStates };
