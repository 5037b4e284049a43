/** The Norwegian words of this folder. */
export const text = {
  label: 'Eksempelutgaven',
  title: 'Kom i gang',
  masthead: 'Fyll ut hvem som gir ut publikasjonen.',
  mastheadWhy: 'Navn, eier og ansvarlig redaktør står nederst på alle sider.',
  people: 'Slipp inn kolleger.',
  peopleWhy: 'Skribenter skriver utkast. Redaktører publiserer.',
  write: 'Skriv den første saken.',
  writeWhy: 'Sjekklisten ved siden av teksten sier hva som mangler.',
  removeWhy: 'Alt som står på nettstedet nå, er eksempler.',
  remove: 'Fjern eksempelutgaven',
  underway: 'Fjerner …',
  sure: 'Eksempelsakene slettes for godt, og adressene deres svarer at siden er borte. Saker du selv har endret, blir stående.',
  removed: (count: number, kept: number) =>
    kept === 0
      ? `${count} eksempler er fjernet.`
      : `${count} eksempler er fjernet. ${kept} ${kept === 1 ? 'sak' : 'saker'} som er endret siden, står igjen.`,
  failed:
    'Noe stoppet underveis. Last siden på nytt og prøv igjen: det som er fjernet, er fjernet.',
} as const;
