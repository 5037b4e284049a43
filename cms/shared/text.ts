/** The Norwegian words of this folder. */
export const text = { cancel: 'Avbryt' } as const;
