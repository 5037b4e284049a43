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
  examplesRemoved: 'Eksemplene er fjernet.',
  done: '✓ Gjort',
  hide: 'Skjul veiviseren',
  notHidden: 'Det gikk ikke. Se at du er på nett, og prøv igjen.',
  remove: 'Fjern eksempelutgaven',
  underway: 'Fjerner …',
  sure: 'Eksempelsakene slettes for godt, og adressene deres svarer at siden er borte. Saker du selv har endret, blir stående.',
  removed: (count: number, articles: number, others: number) => {
    const examples = (number: number) => `${number} ${number === 1 ? 'eksempel' : 'eksempler'}`;
    const kept = [
      ...(articles === 0 ? [] : [articles === 1 ? '1 sak' : `${articles} saker`]),
      ...(others === 0 ? [] : [articles === 0 ? examples(others) : `${others} til`]),
    ];
    const gone = `${examples(count)} er fjernet.`;
    return kept.length === 0
      ? gone
      : `${gone} ${kept.join(' og ')} som er endret siden eller er i bruk, står igjen.`;
  },
  failed:
    'Noe stoppet underveis. Last siden på nytt og prøv igjen: det som er fjernet, er fjernet.',
} as const;
