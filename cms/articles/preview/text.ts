/** The Norwegian words of this folder. */
export const text = {
  title: 'Del utkastet',
  help: 'En lenke til utkastet slik det er når den åpnes. Den virker i sju dager, også for dem uten bruker.',
  end: 'Avslutt alle lenker',
  ended: 'Ingen av lenkene som er delt hittil, virker lenger.',
  action: 'Kopier lenke',
  copied: (until: string) => `Kopiert. Lenken virker til ${until}.`,
  open: 'Åpne den',
  failed: 'Lenken ble ikke laget. Last siden på nytt og prøv igjen.',
} as const;
