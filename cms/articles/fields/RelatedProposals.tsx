'use client';
import { useConfig, useDocumentInfo, useField } from '@payloadcms/ui';
import { useView } from '../../admin/use-view.ts';
import panel from '../../shared/Panel.module.css';
import checklist from '../checklist/ChecklistPanel.module.css';
import { text } from '../text.ts';
import { proposalsSchema } from './proposals.ts';

/** What the article has most in common with, to be added to «Les også» with a press. */
export function RelatedProposals() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const { value, setValue } = useField<string[] | null>({ path: 'related' });
  const url = id === undefined ? null : `${config.routes.api}/desk/related/${String(id)}`;
  const seen = useView(url, proposalsSchema, pauseAfter);
  const picked = value ?? [];
  const open =
    typeof seen === 'object' && seen !== null
      ? seen.proposals.filter((proposal) => !picked.includes(proposal.id))
      : [];
  if (open.length === 0 || picked.length >= mostPicked) return null;
  return (
    <section className={panel['panel']} aria-label={text.proposals.title}>
      <p className={panel['quiet']}>{text.proposals.title}</p>
      <ul className={panel['list']}>
        {open.map((proposal) => (
          <li key={proposal.id}>
            <button
              type="button"
              className={checklist['link']}
              aria-label={text.proposals.add(proposal.title)}
              onClick={({ currentTarget }) => {
                setValue([...picked, proposal.id]);
                // The pressed one goes; who has no mouse stays where she is.
                const row = currentTarget.closest('li');
                const next = row?.nextElementSibling ?? row?.previousElementSibling;
                next?.querySelector('button')?.focus();
              }}
            >
              {proposal.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As many as the field takes. */
const mostPicked = 4;
/** It changes with what is saved. */
const pauseAfter = () => 600_000;
