/** The columns of a file of ours, in their order. */
export const columns = [
  'email',
  'state',
  'frequency',
  'series',
  'requested_at',
  'confirmed_at',
  'consent_text',
  'consent_version',
  'consent_page',
  'consent_method',
  'unsubscribed_at',
  'suppressed_reason',
] as const;
export type Column = (typeof columns)[number];

/** What other files call them: in Norwegian, and in exports of Mailchimp, MailPoet, Beehiiv, Brevo and their like. */
const aliases: Record<string, Column> = {
  'e-post': 'email',
  epost: 'email',
  'e-postadresse': 'email',
  email_address: 'email',
  subscriber_email: 'email',
  status: 'state',
  tilstand: 'state',
  global_status: 'state',
  list_status: 'state',
  subscriber_status: 'state',
  optin_time: 'requested_at',
  subscribed_at: 'requested_at',
  confirm_time: 'confirmed_at',
  bekreftet: 'confirmed_at',
  unsub_time: 'unsubscribed_at',
  meldt_av: 'unsubscribed_at',
  samtykketekst: 'consent_text',
  source: 'consent_page',
};

/** By which columns an export of another service is known, and what its columns mean. */
interface Service {
  name: string;
  needs: string[];
  columns: Record<string, Column>;
  /** What only two columns together, or a column by being there, tell of a person. */
  stateOf?: (cell: (column: string) => string) => string;
}

/** Whoever calls columns so writes times without a zone in UTC, as all the services do. */
const inUtc = ['optin_time', 'confirm_time', 'unsub_time', 'clean_time'];

const isTrue = (cell: string) => /^(true|1|yes|ja)$/i.test(cell);
/** With the person herself: who signs up there has followed a mailed link. */
const madeAt = { created_at: 'confirmed_at' } as const;

const services: Service[] = [
  {
    name: 'Ghost',
    needs: ['subscribed_to_emails', 'created_at'],
    columns: { ...madeAt, deleted_at: 'unsubscribed_at' },
    stateOf: (cell) =>
      isTrue(cell('subscribed_to_emails')) && cell('deleted_at') === '' ? 'active' : 'unsubscribed',
  },
  {
    name: 'Substack',
    needs: ['active_subscription', 'email_disabled'],
    columns: madeAt,
    stateOf: (cell) => (isTrue(cell('email_disabled')) ? 'unsubscribed' : 'active'),
  },
  {
    name: 'Mailchimp',
    needs: ['email_address', 'clean_time'],
    columns: {},
    stateOf: () => 'suppressed',
  },
  {
    name: 'Mailchimp',
    needs: ['email_address', 'unsub_time'],
    columns: {},
    stateOf: () => 'unsubscribed',
  },
  {
    name: 'Mailchimp',
    needs: ['email_address', 'optin_time'],
    columns: {},
    stateOf: () => 'active',
  },
  {
    name: 'MailPoet',
    needs: ['email', 'list_status'],
    columns: madeAt,
    // Left all lists, or this one.
    stateOf: (cell) =>
      [cell('global_status'), cell('list_status')].find(
        (status) => status !== '' && !/^subscribed$/i.test(status),
      ) ?? 'active',
  },
  {
    name: 'Beehiiv',
    needs: ['email', 'status', 'subscription_tier'],
    columns: madeAt,
  },
  // What it hands to those who move elsewhere.
  {
    name: 'Beehiiv',
    needs: ['email', 'status', 'tier', 'created_at'],
    columns: madeAt,
  },
  {
    name: 'Resend',
    needs: ['email', 'unsubscribed', 'created_at'],
    columns: madeAt,
    stateOf: (cell) => (isTrue(cell('unsubscribed')) ? 'unsubscribed' : 'active'),
  },
];

/** Which column of a file is which of ours, by its place; chosen by a person, or known. */
export type Mapping = Partial<Record<Column, number>>;

export interface ReadHeader {
  mapping: Mapping;
  /** The service whose export it is. */
  service?: string;
  /** A row's state, when no column says it by itself. */
  stateOf?: (cells: readonly string[]) => string;
  /** The zone of times without one. */
  clock: 'UTC' | 'Norway';
}

/** What the columns of a file mean; what a person has chosen counts more than what is known. */
export function readHeader(header: readonly string[], chosen: Mapping = {}): ReadHeader {
  const names = header.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'));
  const service = services.find(({ needs }) => needs.every((name) => names.includes(name)));
  const mapping: Mapping = {};
  const addresses: number[] = [];
  names.forEach((name, place) => {
    const column = service?.columns[name] ?? aliases[name] ?? columns.find((each) => each === name);
    if (column === 'email') addresses.push(place);
    if (column !== undefined) mapping[column] ??= place;
  });
  // Which of two is hers nobody knows but whoever made the file.
  if (addresses.length > 1 && service === undefined) delete mapping.email;
  const isChosen = chosen.state !== undefined;
  const stateOf = isChosen ? undefined : service?.stateOf;
  return {
    mapping: { ...mapping, ...chosen },
    ...(service && { service: service.name }),
    ...(stateOf && {
      stateOf: (cells) => stateOf((column) => cells[names.indexOf(column)]?.trim() ?? ''),
    }),
    clock: service || inUtc.some((name) => names.includes(name)) ? 'UTC' : 'Norway',
  };
}
