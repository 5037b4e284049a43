import type { LeftBehind } from './paste/pasted.ts';

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** The Norwegian words of this folder. */
export const text = {
  pictures: {
    ask: (count: number) =>
      count === 1
        ? 'Bildet kan være med. Skriv hva det viser, og hvem som har tatt det.'
        : `${String(count)} bilder kan være med. Skriv hva de viser, og hvem som har tatt dem.`,
    dropped: (count: number) =>
      count === 1 ? 'Bildet ble ikke med.' : `${String(count)} bilder ble ikke med.`,
  },
  questions: {
    make: 'Gjør om til spørsmål og svar',
    found: (count: number) => `Det ser ut som et intervju med ${count} spørsmål.`,
    do: 'Gjør om til bokser',
  },
  /** «2 bilder (havn.jpg, Et skjema) og 1 tabell ble ikke med. …» */
  left: ({ pictures, tables, links, embeds, comments, struck }: LeftBehind) => {
    const names = pictures.filter((name) => name !== '');
    const named = names.length === 0 ? '' : ` (${names.join(', ')})`;
    const parts = [
      ...counted(pictures.length, 'bilde', 'bilder').map((part) => part + named),
      ...counted(tables, 'tabell', 'tabeller'),
      ...counted(links, 'lenke i en tabell', 'lenker i tabeller'),
      ...counted(embeds, 'innbygd film, fil eller ramme', 'innbygde filmer, filer eller rammer'),
      ...counted(comments, 'kommentar', 'kommentarer'),
      ...counted(struck, 'gjennomstreket tekst', 'gjennomstrekede tekster'),
    ];
    const last = parts.at(-1) ?? '';
    const list = parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} og ${last}`;
    const advice = pictures.length === 0 ? '' : ' Last opp bilder med boksen «Bilde».';
    return `${list} ble ikke med.${advice}`;
  },
} as const;
