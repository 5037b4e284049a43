/** Where Payload's own bokmål is missing or reads badly in a newsroom. */
export const translations = {
  nb: {
    general: { payloadSettings: 'Innstillinger', dashboard: 'Oversikt' },
    version: {
      publish: 'Publiser',
      publishChanges: 'Publiser endringene',
      schedulePublish: 'Planlegg publisering',
      unpublish: 'Ta av nett',
      saveDraft: 'Lagre kladd',
      draft: 'Kladd',
      published: 'Publisert',
    },
  },
};
