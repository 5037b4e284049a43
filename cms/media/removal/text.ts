/** The Norwegian words of this folder. */
export const text = {
  title: 'Fjern fra alt',
  help: 'Tar bildet ut av alt som viser det, og sletter det. For bilder som ikke lenger skal finnes.',
  action: 'Fjern bildet fra alt …',
  heading: 'Fjern bildet fra alt',
  confirm: 'Fjern bildet',
  underway: 'Fjerner …',
  usedIn: 'Bildet tas ut av:',
  nowhere: 'Bildet er ikke brukt noe sted. Det blir slettet.',
  kinds: { out: 'ute nå', draft: 'utkast', portrait: 'portrett' },
  explanation:
    'Bildet forsvinner fra sidene, strømmene, delingsbildene og adressen det har her. Delte utkast viser det ikke lenger. Saker som er ute, blir stående uten bildet, også de som burde hatt ett; teksten og rettelsene er som før, og ingen får e-post om det. Utkast og planer som bruker det, mister det også. Det som alt er sendt på e-post eller lastet ned av lesere, kan ikke hentes tilbake.',
  backups: (kept: number | undefined) =>
    kept === undefined
      ? 'Sikkerhetskopier som alt er tatt, har bildet til de slettes. Legges en av dem tilbake, er bildet tilbake, og må fjernes på nytt.'
      : `Sikkerhetskopier har bildet til de er byttet ut: de ${String(kept)} siste beholdes. Legges en av dem tilbake, er bildet tilbake, og må fjernes på nytt.`,
  reason: 'Hvorfor? (står i loggen)',
  reasonMissing: 'Skriv hvorfor bildet fjernes. Begrunnelsen står i loggen.',
  unavailable: 'Det går ikke å se hvor bildet er brukt nå. Last siden på nytt og prøv igjen.',
  failed:
    'Bildet ble ikke fjernet fra alt. Prøv igjen: det som alt er gjort, blir ikke gjort om igjen.',
} as const;
