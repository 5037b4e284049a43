import { toast } from '@payloadcms/ui';
import { useEffect } from 'react';

/** What the form says at each try to save, and a notice says already. What others say has an id of its own, and stays. */
export function dismissToasts(): void {
  for (const { id } of toast.getToasts()) if (typeof id === 'number') toast.dismiss(id);
}

/** While something on the page says it (`isTold`), it need not pop up again at each try. */
export function useNoToasts(isTold: boolean): void {
  useEffect(() => {
    const timer = isTold ? setInterval(dismissToasts, 250) : undefined;
    return () => clearInterval(timer);
  }, [isTold]);
}
