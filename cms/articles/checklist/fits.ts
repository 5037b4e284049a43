/** Where a title or an ingress is cut, in signs, shortest first. Mail: the width of a phone's list of mails. */
const places = {
  title: [
    { place: 'mail', most: 50 },
    { place: 'search', most: 60 },
    { place: 'card', most: 90 },
  ],
  lead: [
    { place: 'mail', most: 110 },
    { place: 'search', most: 155 },
    { place: 'card', most: 200 },
  ],
} as const;

export type Place = 'mail' | 'search' | 'card';

/** The length of a title or an ingress, and where not all of it is shown. */
export function fits(field: keyof typeof places, value: string): { length: number; cut: Place[] } {
  const length = [...value.trim()].length;
  const cut = places[field].filter(({ most }) => length > most).map(({ place }) => place);
  return { length, cut };
}

/** A title so long that not even the place with the most room shows all of it. */
export const isCutEverywhere = (title: string): boolean =>
  fits('title', title).cut.length === places.title.length;
