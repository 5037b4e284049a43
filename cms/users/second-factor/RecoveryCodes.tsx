import { text } from '../text.ts';
import styles from './SecondFactor.module.css';

/** Shown once, when they are made. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div role="status">
      <p>{text.secondFactor.codes}</p>
      <ul className={styles['codes']}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
