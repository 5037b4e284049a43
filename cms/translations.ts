/** Where Payload's own bokmål is missing, wrong or reads badly in a newsroom. */
export const translations = {
  nb: {
    authentication: {
      account: 'Min konto',
      beginCreateFirstUser: 'Lag den første brukeren. Den blir administrator.',
      createFirstUser: 'Lag den første brukeren',
      loginUser: 'Logg inn',
      logoutUser: 'Logg ut',
    },
    general: {
      dashboard: 'Oversikt',
      payloadSettings: 'Innstillinger',
      thisLanguage: 'Norsk (bokmål)',
      copyWarning: 'Dette skriver over {{to}} med {{from}}. Er du sikker?',
    },
    upload: {
      bulkUpload: 'Last opp flere',
      crop: 'Beskjær',
      focalPoint: 'Det viktigste punktet',
      focalPointDescription:
        'Dra punktet dit utsnittene skal samle seg, eller skriv tallene under.',
    },
    version: {
      autosavedSuccessfully: 'Lagret av seg selv.',
      currentlyPublished: 'Ute nå',
      currentPublishedVersion: 'Versjonen som er ute',
      currentDraft: 'Utkastet nå',
      aboutToUnpublish: 'Saken tas av nett, og adressen svarer at den er borte. Er du sikker?',
      confirmUnpublish: 'Ta saken av nett?',
      draftHasPublishedVersion: 'Utkast (en tidligere versjon er ute)',
      previouslyPublished: 'Var ute før',
      previouslyDraft: 'Tidligere utkast',
      problemRestoringVersion: 'Versjonen kunne ikke hentes tilbake. Prøv igjen.',
      publish: 'Publiser',
      publishChanges: 'Publiser endringene',
      publishing: 'Publiserer …',
      revertToPublished: 'Gå tilbake til versjonen som er ute',
      revertUnsuccessful: 'Det finnes ingen publisert versjon å gå tilbake til.',
      scheduledSuccessfully: 'Planlagt.',
      unpublish: 'Ta av nett',
      unpublished: 'Tatt av nett',
      unpublishing: 'Tar av nett …',
      unpublishedSuccessfully: 'Tatt av nett.',
    },
  },
};
