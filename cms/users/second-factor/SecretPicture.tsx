import { text } from '../text.ts';
import styles from './SecondFactor.module.css';

const words = text.secondFactor;

/** What an authenticator app reads, and the same to type. */
export function SecretPicture({ secret, picture }: { secret: string; picture: string }) {
  return (
    <div className={styles['secret']}>
      <p>{words.scan}</p>
      <img
        className={styles['picture']}
        src={picture}
        alt={words.picture}
        width={180}
        height={180}
      />
      <p>
        {words.secret}: <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </div>
  );
}
