/** The Norwegian words of this folder. */
export const text = {
  title: 'Del utkastet',
  help: 'En lenke som virker i sju dager, også for dem uten bruker.',
  action: 'Kopier lenke',
  copied: (until: string) => `Kopiert. Lenken virker til ${until}.`,
  open: 'Åpne den',
  failed: 'Lenken ble ikke laget. Last siden på nytt og prøv igjen.',
} as const;
