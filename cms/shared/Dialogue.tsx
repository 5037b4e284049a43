'use client';
import { Button } from '@payloadcms/ui';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './Dialogue.module.css';
import { text } from './text.ts';

interface Props {
  heading: string;
  /** What is done, and how that reads while it is; without it the dialogue only shows something. */
  confirm?: string;
  underway?: string;
  /** Does it. Resolves to what is wrong, in words: then the dialogue stays, with what was typed. */
  onConfirm?: () => Promise<string | undefined>;
  onClose: () => void;
  /** For what stands beside each other. */
  isWide?: boolean;
  children: ReactNode;
}

/** Asks before something is done. It closes when that is done, or by Escape and «Avbryt»; what is wrong stands in it. */
export function Dialogue({
  heading,
  confirm,
  underway,
  onConfirm,
  onClose,
  isWide = false,
  children,
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    const opened = dialog.current;
    const before = document.activeElement;
    opened?.showModal();
    opened?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    return () => {
      opened?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const run = async () => {
    setIsBusy(true);
    setProblem('');
    const wrong = await onConfirm?.();
    setIsBusy(false);
    if (wrong === undefined) onClose();
    else setProblem(wrong);
  };
  return createPortal(
    <dialog
      ref={dialog}
      className={styles['dialogue']}
      data-wide={isWide}
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault();
        if (!isBusy) onClose();
      }}
      // The form of the document hears nothing of what is typed here.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={headingId} className={styles['heading']}>
        {heading}
      </h2>
      <div className={styles['body']}>{children}</div>
      {problem !== '' && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <div className={styles['choices']}>
        {onConfirm !== undefined && (
          <Button id="confirm-action" margin={false} disabled={isBusy} onClick={() => void run()}>
            {isBusy ? underway : confirm}
          </Button>
        )}
        <Button margin={false} buttonStyle="secondary" disabled={isBusy} onClick={onClose}>
          {onConfirm === undefined ? text.close : text.cancel}
        </Button>
      </div>
    </dialog>,
    document.body,
  );
}
