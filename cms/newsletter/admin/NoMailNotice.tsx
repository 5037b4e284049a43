import { readEnvironment } from '../../environment.ts';
import styles from './NoMailNotice.module.css';
import { panelText } from './text.ts';

/** On the dashboard while no mail leaves the machine: nobody should believe that readers were told. */
export function NoMailNotice() {
  const { mailboxApiKey, mailboxPort } = readEnvironment();
  if (mailboxApiKey === undefined) return null;
  return (
    <p className={styles['notice']} role="note">
      <strong>{panelText.noMail.title}</strong> {panelText.noMail.why(mailboxPort)}
    </p>
  );
}
