import { timeZone } from '../../../content/model/time-zone.ts';
const format = new Intl.DateTimeFormat('nb-NO', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone,
});

/** `23. nov. 2026, 15:00` on the newsroom's clock; what is no time as it stands. */
export const showTime = (at: string) =>
  Number.isNaN(Date.parse(at)) ? at : format.format(new Date(at));
