import { timeZone } from '../../../content/model/time-zone.ts';
/** Every word that people see in the mailbox. */
export const text = {
  name: 'Kundefronts postkasse',
  heading: 'Brev',
  about: 'Her havner alt som sendes fra denne maskinen. Ingenting går videre til noen innboks.',
  count: (shown: number, all: number) =>
    shown === all ? `${all} brev` : `${shown} av ${all} brev, de nyeste først`,
  search: 'Søk på mottaker',
  find: 'Finn',
  showAll: 'Vis alle',
  none: 'Ingen brev ennå. Meld deg på nyhetsbrevet eller publiser en sak, så dukker de opp her.',
  noneFor: (to: string) => `Ingen brev til «${to}».`,
  notFound: 'Dette brevet finnes ikke.',
  notFoundWhy: 'Postkassen kan være tømt siden adressen ble laget.',
  back: 'Alle brev',
  mails: 'Brev, nyeste først',
  columns: { subject: 'Emne', to: 'Til', at: 'Tid' },
  details: 'Om brevet',
  fields: {
    from: 'Fra',
    to: 'Til',
    cc: 'Kopi',
    bcc: 'Blindkopi',
    replyTo: 'Svar til',
    at: 'Tatt imot',
    attachments: 'Vedlegg',
    tags: 'Merker',
    key: 'Idempotency-Key',
    id: 'Id',
    outcome: 'Utfall',
  },
  outcomes: {
    delivered: 'levert',
    bounced: 'kom i retur',
    complained: 'meldt som søppelpost',
    suppressed: 'stanset: adressen er sperret',
  },
  asHtml: 'Som HTML',
  frame: 'Brevet som HTML',
  alone: 'Åpne alene',
  asText: 'Som tekst',
  noText: 'Brevet har ingen tekstdel.',
  noHtml: 'Brevet har ingen HTML-del.',
};

const clock = new Intl.DateTimeFormat('nb', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone,
});
export const formatTime = (at: string) => clock.format(new Date(at));
