'use client';

import { Button, useConfig } from '@payloadcms/ui';
import { useState } from 'react';
import { z } from 'zod';
import { fetchView } from '../../admin/use-view.ts';
import panel from '../../shared/Panel.module.css';
import { sendJson } from '../../shared/send-json.ts';
import { text as words } from './text.ts';
import styles from './DomainPanel.module.css';
import { domainViewSchema, type DomainCheck, type DomainView } from './domain-view.ts';

const sent = z.object({ to: z.string() });

/** In the newsletter's settings: whether mail leaves, and whether others can trust that it is ours. */
export function DomainPanel() {
  const { config } = useConfig();
  const url = `${config.routes.api}/newsletter/domain`;
  const [view, setView] = useState<DomainView | 'asking' | 'unavailable'>();
  const [said, setSaid] = useState('');
  const check = async () => {
    setView('asking');
    const answer = await fetchView(url, domainViewSchema, AbortSignal.timeout(20_000));
    setView(typeof answer === 'object' ? answer : 'unavailable');
  };
  const test = async () => {
    setSaid(words.sending);
    const answer = await sendJson(url);
    const to = answer.ok ? sent.safeParse(answer.data).data?.to : undefined;
    setSaid(to === undefined ? (!answer.ok && answer.message) || words.testFailed : words.sent(to));
  };
  return (
    <section className={panel['panel']} aria-label={words.title}>
      <h2 className={panel['title']}>{words.title}</h2>
      <p className={panel['quiet']}>{words.lead}</p>
      <div className={styles['actions']}>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void test()}>
          {words.sendTest}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void check()}>
          {words.check}
        </Button>
      </div>
      <p role="status">{said || (view === 'asking' ? words.asking : '')}</p>
      {view === 'unavailable' && <p role="alert">{words.unavailable}</p>}
      {typeof view === 'object' && (
        <>
          <h4>{words.of(view.domain)}</h4>
          <ul className={styles['checks']}>
            {view.checks.map((each) => (
              <Check key={each.name} check={each} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Check({ check: { name, state, sentence, write } }: { check: DomainCheck }) {
  return (
    <li data-state={state}>
      <p>
        <strong>
          {name}: {words.states[state]}.
        </strong>{' '}
        {sentence}
      </p>
      {write && (
        <dl>
          <div>
            <dt>{words.type}</dt>
            <dd>{write.type}</dd>
          </div>
          <div>
            <dt>{words.host}</dt>
            <dd>
              <code>{write.host}</code>
            </dd>
          </div>
          <div>
            <dt>{words.value}</dt>
            <dd>
              <code>{write.value}</code>
            </dd>
          </div>
        </dl>
      )}
    </li>
  );
}
