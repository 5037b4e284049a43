/** What `npm run backup` and `npm run restore` say. */
export const text = {
  backup: {
    usage: 'Si hvor: npm run backup -- sikkerhetskopi.tgz, eller sett BACKUP_TO.',
    service: 'Kopi',
    trying: 'Prøver ut kopien …',
    notWhole:
      'Kopien lot seg ikke gjenopprette fullt ut, og er forkastet. De forrige er der fortsatt.',
    failed: (why: string) => `Sikkerhetskopien gikk ikke: ${why}`,
    silent: 'den ble avbrutt uten å si hvorfor',
    database: 'Tar kopi av databasen …',
    data: 'Pakker bilder og innstillinger …',
    done: (file: string, size: number) =>
      `Ferdig: ${file} (${(size / 1e6).toFixed(1)} MB). Filen inneholder e-postadresser og nøkler: oppbevar den trygt.`,
    noDatabase: (file: string) => `Fant ingen database i ${file}. Er DATA_DIR riktig?`,
    notEncrypted:
      'Advarsel: kopien er ikke kryptert. Sett BACKUP_PASSPHRASE, så kan bare den som har passordet, lese den.',
    missing: (names: readonly string[]) =>
      `Ikke med i kopien, fordi de kommer fra miljøet og kopien ikke er kryptert: ${names.join(', ')}. ` +
      'Ta vare på dem et annet sted, eller sett BACKUP_PASSPHRASE.' +
      (names.includes('PAYLOAD_SECRET')
        ? ' Uten PAYLOAD_SECRET virker ingen lenke i brev som alt er sendt.'
        : ''),
    beforeUpgrade: 'Ny versjon: tar en sikkerhetskopi før databasen endres …',
    keptBeforeUpgrade: (file: string) =>
      `Alt som var der før, ligger i ${file}. Veien tilbake: den forrige versjonen, og npm run restore -- ${file}`,
    noStore: (store: string) =>
      `Bildelageret (${store}) svarer ikke, og en kopi uten bilder er ingen kopi. Se at det virker, og prøv igjen.`,
    noFolder: (folder: string) =>
      `Kan ikke lage mappen for sikkerhetskopier, ${folder}. Sjekk BACKUP_TO og rettighetene.`,
    noRoom: (folder: string) =>
      `Disken er full mens kopien lages (${folder}). De forrige kopiene er der fortsatt. Rydd plass.`,
    noName: 'DATABASE_URL mangler navnet på databasen.',
  },
  restore: {
    usage: 'Si hvilken fil: npm run restore -- sikkerhetskopi.tgz',
    notFound: (file: string) => `Fant ikke ${file}.`,
    foreign: (file: string) => `${file} er ikke en sikkerhetskopi fra Kundefront.`,
    damaged: (file: string) =>
      `${file} er ødelagt eller ikke en sikkerhetskopi. Ingenting er endret. Prøv en annen kopi.`,
    damagedDatabase: 'Databasen i kopien er ødelagt. Ingenting er endret. Prøv en annen kopi.',
    newer:
      'Kopien er laget av en nyere versjon av Kundefront. Ingenting er endret. Oppgrader, og prøv igjen.',
    departures:
      'De som har meldt seg av, er slettet eller sperret siden, blir det igjen ved neste start, før noe sendes. ' +
      'Kontoer som er endret siden, slipper ikke inn før en administrator gir dem et nytt passord (npm run admin:create hvis ingen slipper inn).',
    departuresShort: (from: string | undefined) =>
      from === undefined
        ? 'Ingen liste over avmeldinger siden kopien er funnet: de som har meldt seg av siden, står på listen igjen.'
        : `Listen over avmeldinger går tilbake til ${from}, og kopien er eldre: de som meldte seg av i mellomtiden, står på listen igjen.`,
    encrypted: 'Kopien er kryptert. Sett BACKUP_PASSPHRASE og prøv igjen. Ingenting er endret.',
    wrongPassphrase:
      'BACKUP_PASSPHRASE åpner ikke kopien: passordet er feil, eller filen er ødelagt. Ingenting er endret.',
    missing: (names: readonly string[]) =>
      `Disse er ikke med i kopien og må settes til det de var: ${names.join(', ')}. Lenkene i brev som er sendt, henger på PAYLOAD_SECRET.`,
    otherSecret:
      'PAYLOAD_SECRET i miljøet er en annen enn kopiens: lenkene i brev som er sendt, virker ikke. ' +
      'Sett den til det den var, eller fjern den.',
    environment: (file: string) =>
      `Nøkler som sto i miljøet da kopien ble tatt, ligger i ${file}. Flytt dem du trenger til .env, og slett filen.`,
    otherKind:
      'Kopien er fra en annen slags database enn DATABASE_URL. Velg samme slag og prøv igjen.',
    interrupted: (file: string) =>
      'En gjenoppretting ble avbrutt før den var ferdig, så dataene henger ikke sammen. ' +
      `Den gjøres ferdig ved neste npm start; eller kjør den på nytt: npm run restore -- ${file}`,
    someFile: 'FIL',
    lost: (file: string) =>
      'En gjenoppretting ble avbrutt, og verken kopien eller det som var der før, er helt lenger. ' +
      `Kjør den på nytt: npm run restore -- ${file}`,
    finished: (file: string, kept: string | undefined) =>
      `En gjenoppretting som ble avbrutt, er gjort ferdig: alt er som i kopien ${file}` +
      (kept === undefined ? '.' : `, og databasen som lå der før: ${kept}.`),
    undone:
      'En gjenoppretting ble avbrutt, og det den hadde begynt på, er tatt bort igjen: alt er som før den.',
    underWay: (host: string) =>
      `En gjenoppretting av databasen er i gang på en annen maskin (${host}). Vent til den er ferdig.`,
    noScratch: (name: string) =>
      `Brukeren i DATABASE_URL får ikke lage databasen ${name}, der kopien prøves ut. Ingenting er endret. ` +
      'Gi den lov (readWriteAnyDatabase) og prøv igjen.',
    collections: (prefix: string, database: string) =>
      `samlingene ${prefix}… i databasen ${database} (til neste gjenoppretting)`,
    done: (file: string) => `Gjenopprettet fra ${file}.`,
    moment: (time: string) => `Kopien er fra ${time}: det som skjedde etter, er ikke med.`,
    keptData: (folder: string) => `Bilder og nøkler som lå der før: ${folder}`,
    keptDatabase: (where: string) => `Databasen som lå der før: ${where}`,
    next: 'Start med: npm start',
  },
};
