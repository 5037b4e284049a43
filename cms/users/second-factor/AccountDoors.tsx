'use client';
import { SessionsPanel } from '../sessions/SessionsPanel.tsx';
import styles from './SecondFactor.module.css';
import { SecondFactorPanel } from './SecondFactorPanel.tsx';

/** How an account is kept, below its fields: the second factor, and where it is logged in. */
export function AccountDoors() {
  return (
    <div className={styles['doors']}>
      <SecondFactorPanel />
      <SessionsPanel />
    </div>
  );
}
