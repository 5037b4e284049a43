const timeZone = 'Europe/Oslo';
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nb-NO', { timeZone, ...options });

const dayFormat = format({ day: 'numeric', month: 'long', year: 'numeric' });
const clockFormat = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const yearFormat = format({ year: 'numeric' });

/** `4. mars 2025`, Norwegian time. Takes ISO 8601. */
export const longDay = (iso: string) => noBreak(dayFormat.format(new Date(iso)));

/** `05.45` */
export const clock = (iso: string) => clockFormat.format(new Date(iso)).replace(':', '.');

export const year = (iso: string) => Number(yearFormat.format(new Date(iso)));

/** The first space of a date, after the day, never breaks a line. */
const noBreak = (date: string) => date.replace(' ', '\u00a0');
