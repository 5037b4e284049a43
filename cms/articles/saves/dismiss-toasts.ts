import { toast } from '@payloadcms/ui';

/** What the form says at each try to save, and a notice says already. What others say has an id of its own, and stays. */
export function dismissToasts(): void {
  for (const { id } of toast.getToasts()) if (typeof id === 'number') toast.dismiss(id);
}
