'use client';

import { useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui';
import { useView, type ViewState } from '../../admin/use-view.ts';
import { panelText } from '../admin/text.ts';
import { articleMailSchema, type ArticleMail } from './article-mail.ts';
import styles from './MailCount.module.css';

const words = panelText.articleMail.beside;

/** Beside «Publiser»: how many get a mail when it is pressed, and afterwards what became of it. */
export function MailCount() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const url = id === undefined ? null : `${config.routes.api}/newsletter/article/${String(id)}`;
  const mail = useView(url, articleMailSchema, pauseAfter);
  const isWanted = useFormFields(([fields]) => fields['sendAlert']?.value !== false);
  const isOut = useFormFields(([fields]) => fields['_status']?.value === 'published');
  if (typeof mail !== 'object' || mail === null) return null;
  const [mailing] = mail.mailings;
  const said =
    mailing === undefined
      ? isOut
        ? mail.isUnderway
          ? words.soon
          : words.noMail
        : words.readers(isWanted ? mail.readers : 0)
      : mailing.sentence;
  return (
    <p className={styles['count']} data-problem={mailing?.isProblem ?? false} role="status">
      {said}
    </p>
  );
}

function pauseAfter(state: ViewState<ArticleMail>): number {
  return typeof state === 'object' && state.isUnderway ? 2_000 : 30_000;
}
