/** The Norwegian words of this folder. */
export const text = {
  otherSecret: (count: number, file: string) =>
    `Ingen brev går ut: Etter kopien meldte noen seg av (${count}), men ${file} er skrevet med en annen PAYLOAD_SECRET. Sett den som gjaldt da, og start på nytt. Er den tapt: flytt filen ut av mappen, så går brevene – også til dem som meldte seg av siden.`,
} as const;
