/** The Norwegian words of this folder. */
export const text = {
  stages: { idea: 'Idé', writing: 'Skrives', waiting: 'Klar for redaktør' },
  stage: 'Hvor i arbeidet',
  stageHelp: '«Klar for redaktør» legger saken øverst hos redaktørene.',
  assignee: 'Hvem har saken',
  deadline: 'Frist',
  deadlineHelp: 'Vises på skrivebordet og i ukeplanen. Leserne ser den ikke.',
  arrivals: {
    some: (count: number) =>
      count === 1
        ? 'Én sak kom fra et arkiv, og ingen her har sett på den ennå.'
        : `${String(count)} saker kom fra et arkiv, og ingen her har sett på dem ennå.`,
    show: 'Vis bare dem',
  },
  tick: { yes: 'Ja', no: 'Nei' },
  proposals: {
    title: 'Forslag',
    add: (title: string) => `Legg til «${title}»`,
  },
  picture: {
    alt: (alt: string) => `Alternativ tekst: ${alt}`,
    noAlt: 'Bildet mangler alternativ tekst.',
    decorative: 'Bildet er pynt og leses ikke opp.',
    credit: (credit: string) => `Foto: ${credit}`,
  },
} as const;
