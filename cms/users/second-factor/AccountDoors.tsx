'use client';
import { SessionsPanel } from '../sessions/SessionsPanel.tsx';
import { SecondFactorPanel } from './SecondFactorPanel.tsx';

/** How an account is kept, below its fields: the second factor, and where it is logged in. */
export function AccountDoors() {
  return (
    <>
      <SecondFactorPanel />
      <SessionsPanel />
    </>
  );
}
