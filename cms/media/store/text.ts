/** The Norwegian words of this folder. */
export const text = {
  silent: (store: string) =>
    `Bildelageret (${store}) svarer ikke. Nye bilder og filer kan ikke lastes opp før det svarer; prøv igjen om litt. Alt annet virker.`,
  foreign: (store: string) =>
    `Bildelageret (${store}) tilhører en annen installasjon. Bruk en egen mappe i bøtta (MEDIA_STORE). Er dette deres eget lager, fra før databasen ble en annen: slett filen «.installation» i det.`,
  unconditional: (store: string) =>
    `Bildelageret (${store}) kan ikke brukes: det skriver over filer selv om det blir bedt om å la være (If-None-Match). Velg en S3-tjeneste som kan betingede skrivinger.`,
  tooMany: (due: number, all: number) =>
    `${due} av ${all} bilder og filer i bildelageret er ikke lenger i bruk, og skulle slettes nå. Det er så mange at noen må se på det først: er dette riktig database? Kjør «npm run media:sweep» for å slette dem.`,
  moved: {
    usage:
      'Bruk: npm run media:move -- file:/mappe eller s3://bøtte/mappe [--from file:… | s3://…]',
    same: 'Bildene ligger allerede der.',
    begins: (from: string, to: string) => `Kopierer det som mangler fra ${from} til ${to} …`,
    progress: (done: number, total: number) => `  ${done} av ${total}`,
    done: (copied: number, to: string) =>
      `${copied} filer kopiert. Alt ligger nå i ${to}.\nSett MEDIA_STORE=${to} og start på nytt. Kjør kommandoen en gang til etterpå, med --from, for det som ble lastet opp imens.`,
    different: (names: readonly string[]) =>
      `Disse har samme navn, men ikke samme innhold. Ingen av dem er rørt: ${names.join(', ')}`,
    failed: (place: string, why: string) => `${place} svarer ikke som ventet: ${why}`,
  },
  swept: {
    done: (count: number) => `${count} bilder og filer som ikke lenger var i bruk, er slettet.`,
    noStore: 'MEDIA_STORE er ikke satt: i DATA_DIR/media ryddes det av seg selv.',
    refused: (status: number) => `CMS-et tok ikke imot kommandoen (${status}).`,
    failed: (problem: string) => `Oppryddingen stoppet: ${problem}`,
  },
};
