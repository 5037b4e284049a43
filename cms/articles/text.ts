/** The Norwegian words of this folder. */
export const text = {
  stages: { idea: 'Idé', writing: 'Skrives', waiting: 'Klar for redaktør' },
  stage: 'Hvor i arbeidet',
  stageHelp: '«Klar for redaktør» legger saken øverst hos redaktørene.',
  picture: {
    alt: (alt: string) => `Alternativ tekst: ${alt}`,
    noAlt: 'Bildet mangler alternativ tekst.',
    decorative: 'Bildet er pynt og leses ikke opp.',
    credit: (credit: string) => `Foto: ${credit}`,
  },
} as const;
