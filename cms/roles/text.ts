/** What several machines on one database have to agree on. */
export const text = {
  otherSecrets:
    'PAYLOAD_SECRET eller PUBLISH_TOKEN er andre enn på maskinene som alt er i gang. Sett dem likt overalt. ' +
    'Skal de byttes, stopp alle maskinene først.',
  skewed: (seconds: number) =>
    `Klokka på denne maskinen går ${Math.abs(seconds)} s ${seconds > 0 ? 'foran' : 'etter'} databasens. Ingenting sendes eller publiseres herfra før den er rettet (NTP).`,
};
