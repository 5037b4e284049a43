const day = 24 * 3_600_000;

/** What gathers articles into one mail. */
export interface Digest {
  /** Heading of the mail. */
  title: string;
  /** Why somebody gets it, in the mail's last lines. */
  why: (publication: string) => string;
  /** Why an alert did not go to her, in the newsroom's words. */
  heldBack: string;
  /** The last time it was due, at or before `now`. */
  lastDue: (now: Date) => Date;
  /** How late it may be before the next one takes its place, in ms: a restored backup mails nobody. */
  patience: number;
}

interface Frequency {
  /** As forms, preferences and the admin name it. */
  label: string;
  /** Other names for it in a file of subscribers, in lower case. */
  aliases: readonly string[];
  /** Null when each article is mailed at once. */
  digest: Digest | null;
}

/** How often a subscriber wants mail; the first is what a form offers first. A new row is all that a new one needs. */
export const frequencies = {
  each: { label: 'Hver ny sak', aliases: ['hver sak'], digest: null },
  weekly: {
    label: 'Én gang i uka',
    aliases: ['ukentlig'],
    digest: {
      title: 'Nytt denne uka',
      why: (publication) =>
        `Du får denne e-posten én gang i uka fordi du har meldt deg på nyhetsbrevet fra ${publication} og bekreftet adressen din.`,
      heldBack: 'får e-post én gang i uka; saken kommer i neste samlebrev',
      // Fridays at 11 in Oslo in winter, 12 in summer.
      lastDue: (now) => lastDue(now, { hour: 10, weekday: 5 }),
      patience: 2 * day,
    },
  },
} as const satisfies Record<string, Frequency>;

export type FrequencyId = keyof typeof frequencies;
export const frequencyIds = Object.keys(frequencies) as [FrequencyId, ...FrequencyId[]]; // why: keys of a const object

export const frequencyLabels = Object.fromEntries(
  frequencyIds.map((id) => [id, frequencies[id].label]),
) as Record<FrequencyId, string>; // why: one entry for each id

export const digestOf = (id: FrequencyId): Digest | null => frequencies[id].digest;

/** Frequencies that get each article at once. */
export const immediate = frequencyIds.filter((id) => digestOf(id) === null);

/** The frequency of that name, or the first; what a form sends may be anything. */
export const parseFrequency = (value: unknown): FrequencyId =>
  frequencyIds.find((id) => id === value) ?? frequencyIds[0];

/** The last time it was `hour` o'clock (UTC), on the given day of the week (0 is Sunday) or on any. */
function lastDue(now: Date, { hour, weekday }: { hour: number; weekday?: number }): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hour);
  const daysSince = weekday === undefined ? 0 : (now.getUTCDay() - weekday + 7) % 7;
  const last = today - daysSince * day;
  return new Date(last > now.getTime() ? last - (weekday === undefined ? 1 : 7) * day : last);
}
