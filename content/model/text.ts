import type { Organisation } from './documents.ts';

/** The Norwegian words that the site, its feeds and the letters have in common. */
export const text = {
  made: { foto: 'FOTO:', illustrasjon: 'ILLUSTRASJON:', tegning: 'TEGNING:', grafikk: 'GRAFIKK:' },
  /** Used when the newsroom has not written a disclosure of its own. */
  interest: (kind: Exclude<Organisation['interest'], 'none'>, name: string, publication: string) =>
    ({
      owner: `${name} eier ${publication}. Redaksjonen er uavhengig av eieren.`,
      sponsor: `${name} kjøper annonser eller sponser ${publication}.`,
      board: `${name} er representert i styret til ${publication}.`,
    })[kind],
} as const;
