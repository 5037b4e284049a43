/** The words of saving an article: what several people, tabs and plans do to it. In bokmål. */
export const savingText = {
  stale: (clock: string) =>
    `Saken ble lagret et annet sted kl. ${clock}, etter at du åpnet den her. Det du har skrevet i denne fanen, er ikke lagret, men det står her fortsatt. Velg over teksten hva du vil gjøre.`,
  conflict: {
    title: 'Saken er endret et annet sted',
    layOver: 'Lagre mitt over',
    layOverHelp: 'Det andre blir liggende som en versjon og kan hentes frem igjen.',
    copy: 'Kopier min tekst',
    copied: 'Teksten din er kopiert.',
    byHand: 'Merk teksten i ruten og kopier den:',
    look: 'Se det som er lagret',
    reload: 'Bruk det som er lagret',
    sure: 'Det du har skrevet i denne fanen, blir borte. Kopier det først hvis du vil ta vare på det. Vil du laste det som er lagret?',
    failed: 'Det gikk ikke å lagre. Prøv igjen om litt; teksten din står her fortsatt.',
  },
  plannedPicture:
    'Bildet er brukt i en sak som er planlagt. Be en redaktør endre det, eller vent til saken er ute.',
} as const;
