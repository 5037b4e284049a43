/** The Norwegian words of this folder. */
export const text = {
  stages: { idea: 'Idé', writing: 'Skrives', waiting: 'Klar for redaktør' },
  stage: 'Hvor i arbeidet',
  stageHelp: '«Klar for redaktør» legger saken øverst hos redaktørene.',
} as const;
