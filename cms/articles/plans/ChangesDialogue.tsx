'use client';
import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { fetchView, type ViewState } from '../../admin/use-view.ts';
import { Dialogue } from '../../shared/Dialogue.tsx';
import { SideBySide } from '../../shared/SideBySide.tsx';
import { changesView, type ChangesView } from './changes-view.ts';
import styles from './PlanButton.module.css';
import { planText } from './text.ts';

const words = planText.changes;

interface Props {
  id: string;
  /** With it the change can be approved from here. Resolves to what is wrong, in words. */
  onApprove?: () => Promise<string | undefined>;
  onClose: () => void;
}

/** What the newest draft changes, both texts beside each other. */
export function ChangesDialogue({ id, onApprove, onClose }: Props) {
  const { config } = useConfig();
  const url = `${config.routes.api}/desk/changes/${id}`;
  const [view, setView] = useState<ViewState<ChangesView>>('loading');
  useEffect(() => {
    const stop = new AbortController();
    void fetchView(url, changesView, stop.signal).then((seen) => {
      if (!stop.signal.aborted) setView(seen);
    });
    return () => stop.abort();
  }, [url]);
  return (
    <Dialogue
      isWide
      heading={words.heading}
      {...(onApprove && {
        ...{ confirm: words.approve, underway: words.approving, onConfirm: onApprove },
      })}
      onClose={onClose}
    >
      {view === 'loading' && <p role="status">{words.loading}</p>}
      {view === 'unavailable' && <p role="alert">{words.unavailable}</p>}
      {typeof view === 'object' && view.changes.length === 0 && <p>{words.none}</p>}
      {typeof view === 'object' &&
        view.changes.map(({ label, before, after, isSameWords }) => (
          <section key={label} aria-label={label}>
            <h3 className={styles['subheading']}>{label}</h3>
            {isSameWords && <p>{words.sameWords}</p>}
            <SideBySide
              {...{ before, after }}
              headings={{ before: words.before[view.since], after: words.after }}
            />
          </section>
        ))}
    </Dialogue>
  );
}
