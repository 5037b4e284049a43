import { z } from 'zod';
import { parseDuration } from './duration.ts';

const text = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const folder = text.transform((value) => value?.replace(/\/+$/, ''));

const port = text
  .transform((value) => (value === undefined ? undefined : Number(value)))
  .refine(
    (value) => value === undefined || (Number.isInteger(value) && value >= 1 && value <= 65_535),
    'må være et portnummer mellom 1 og 65535',
  );

const origin = text.refine(
  (value) => value === undefined || isOrigin(value),
  'må være en adresse som https://eksempel.no, uten sti og skråstrek til slutt',
);

const origins = text.refine(
  (value) => value === undefined || value.split(',').every(isOrigin),
  'må være adresser som http://10.0.0.2:4321, med komma mellom når de er flere',
);

const webAddress = text.refine(
  (value) => value === undefined || (/^https?:\/\//.test(value) && URL.canParse(value)),
  'må være en http- eller https-adresse',
);

const secret = text.refine(
  (value) => value === undefined || value.length >= 32,
  'må ha minst 32 tegn (lag en med: openssl rand -hex 32)',
);

const passphrase = text.refine(
  (value) => value === undefined || value.length >= 16,
  'må ha minst 16 tegn (lag en med: openssl rand -base64 24)',
);

/** What a fallback may rest on. */
interface Known {
  DATA_DIR: string;
  PUBLISHER_URL?: string | undefined;
  SITE_PORT: number;
  CMS_PORT: number;
}

interface Variable {
  schema: z.ZodType<string | number | undefined, string | undefined>;
  /** The value when it is not set. Without one it stays undefined. */
  fallback?: (known: Known) => string | number;
  /** Paragraph above it in `.env.example`; a variable without one and without an example is not shown there. */
  about?: string;
  example?: string;
}

/**
 * Every environment variable, once: what it may be, what it is when it is not set, and what `.env.example` says
 * of it. `dataDir` of the settings is `DATA_DIR`, and so on. A new row is all that a new variable needs.
 */
export const variables = {
  DATA_DIR: {
    schema: folder,
    fallback: () => './data',
    about:
      'Hvor alt lagres: database, bilder, det ferdige nettstedet (DATA_DIR/public), hemmeligheter.',
    example: './data',
  },
  DATABASE_URL: {
    schema: text.refine(
      (value) => value === undefined || /^(file:|mongodb(\+srv)?:\/\/)/.test(value),
      'må begynne med file: eller mongodb://',
    ),
    fallback: ({ DATA_DIR }) => `file:${DATA_DIR}/kundefront.db`,
    about:
      'file:/sti/til/kundefront.db (SQLite, én maskin) eller mongodb://vert/database (produksjon).',
    example: '',
  },
  HOST: {
    schema: text,
    fallback: () => '127.0.0.1',
    about: 'Porter og vert. 127.0.0.1 er bare denne maskinen; 0.0.0.0 er alle nettverk.',
    example: '127.0.0.1',
  },
  TRUSTED_PROXY: {
    schema: text.refine(
      (value) => value === undefined || /^[A-Za-z][A-Za-z0-9-]*$/.test(value),
      'må være navnet på en HTTP-header, for eksempel X-Forwarded-For',
    ),
    about:
      'Headeren der din egen proxy (eller ditt CDN) skriver leserens adresse, for eksempel X-Forwarded-For (siste ledd gjelder) eller CF-Connecting-IP. Uten den kjenner ingen nettverket en forespørsel kommer fra, og grensene per nettverk gjelder ikke: hvem som helst kan skrive en slik header.',
    example: 'X-Forwarded-For',
  },
  SITE_PORT: { schema: port, fallback: () => 4321, example: '4321' },
  CMS_PORT: { schema: port, fallback: () => 3000, example: '3000' },
  MAILBOX_PORT: { schema: port, fallback: () => 8025, example: '8025' },
  SITE_URL: {
    schema: origin,
    fallback: ({ SITE_PORT }) => `http://localhost:${SITE_PORT}`,
    about:
      'Adressene folk bruker, uten skråstrek til slutt. Alle lenker i brev og sider bygges av disse.',
    example: 'https://kundefront.example',
  },
  CMS_URL: {
    schema: origin,
    fallback: ({ CMS_PORT }) => `http://localhost:${CMS_PORT}`,
    example: 'https://redaksjon.kundefront.example',
  },
  ROLE: {
    schema: text.pipe(
      z.enum(['all', 'cms', 'worker', 'site'], 'må være all, cms, worker eller site').optional(),
    ),
    fallback: () => 'all',
    about:
      'Hva denne maskinen gjør, når det er flere: cms (redaksjon, påmelding), worker (sender brev, publiserer det som er planlagt), site (nettstedet). Så mange det skal være av hver. all (standard) er alt på én maskin; de andre trenger MongoDB som replikasett.',
    example: 'all',
  },
  CMS_INTERNAL_URL: {
    schema: origin,
    about: 'Hvor nettstedet når CMS-et, når det ikke er på CMS_URL.',
    example: 'http://10.0.0.1:3000',
  },
  SITE_INTERNAL_URL: {
    schema: origins,
    fallback: ({ PUBLISHER_URL, SITE_PORT }) => PUBLISHER_URL ?? `http://127.0.0.1:${SITE_PORT}`,
    about:
      'Hvor CMS-et når nettstedet; alle, med komma mellom, når det ligger på flere maskiner. På en maskin med nettstedet (ROLE=site) kan den si sin egen adresse her; da melder den seg selv, og CMS-et trenger ingen liste. Ingen sak regnes som ute før den er ute hos alle som svarer.',
    example: 'http://127.0.0.1:4321',
  },
  SITE_ORIGINS: {
    schema: origins,
    about:
      'Andre adresser som lesere sendes til, bak SITE_URL: en bøtte, en annen tjener med samme mappe. En sak regnes som ute, og brevet går, når den er ute der også; den som ikke svarer, holdes utenfor.',
    example: 'http://bucket.eksempel.no',
  },
  PAYLOAD_SECRET: {
    schema: secret,
    about:
      'Hemmeligheter (minst 32 tegn; lag med: openssl rand -hex 32). Lages i DATA_DIR når de ikke er satt; med MongoDB må begge settes, likt på alle maskiner.',
    example: '',
  },
  PUBLISH_TOKEN: { schema: secret, example: '' },
  RESEND_API_KEY: {
    schema: text,
    about:
      'E-post. Uten nøkkel forlater ingen brev maskinen: alle blir liggende i den lokale postkassen på http://localhost:8025/, som bare åpnes på selve maskinen, uansett HOST.',
    example: 're_…',
  },
  RESEND_BASE_URL: { schema: webAddress, example: 'https://api.resend.com' },
  RESEND_WEBHOOK_SECRET: { schema: text, example: 'whsec_…' },
  MAIL_FROM: {
    schema: text.refine(
      (value) => value === undefined || isSender(value),
      'må være en avsender som Kundefront <redaksjonen@eksempel.no>, eller bare adressen',
    ),
    fallback: () => 'Kundefront <redaksjonen@kundefront.example>',
    example: 'Kundefront <redaksjonen@kundefront.example>',
  },
  BACKUP_TO: {
    schema: text
      .refine((value) => !value?.startsWith('s3:'), 'kan ikke være s3:// ennå; det kommer senere')
      .refine(
        (value) => value === undefined || value.startsWith('s3:') || /^file:.+/.test(value),
        'må være file:/mappe',
      ),
    about:
      'Sikkerhetskopier av seg selv: hvor de legges (file:/mappe, helst på en annen disk), hvor ofte (30m, 6h, 1d), og hvor mange som beholdes. Hver kopi prøves ut før den får navnet sitt. «npm run backup» uten filnavn legger en der med en gang.',
    example: 'file:/mnt/kopier/kundefront',
  },
  BACKUP_EVERY: {
    schema: text.refine(
      (value) => value === undefined || parseDuration(value) !== undefined,
      'må være minutter, timer eller døgn som 30m, 6h eller 1d',
    ),
    example: '24h',
  },
  BACKUP_KEEP: {
    schema: text
      .transform((value) => (value === undefined ? undefined : Number(value)))
      .refine(
        (value) => value === undefined || (Number.isInteger(value) && value >= 1),
        'må være et helt tall fra 1 og oppover',
      ),
    fallback: () => 14,
    example: '14',
  },
  BACKUP_PASSPHRASE: {
    schema: passphrase,
    about:
      'Sikkerhetskopier krypteres med dette passordet (minst 16 tegn), som age-filer. Det lagres ikke i kopien: ta vare på det et annet sted enn på denne maskinen, for uten det kan ingen åpne kopiene. Uten passord blir kopiene ikke kryptert, og de har ikke med hemmeligheter som er satt her.',
    example: '',
  },
  MEDIA_STORE: {
    schema: text.refine(
      (value) => value === undefined || /^(file:.+|s3:\/\/[^/]+\/.+)/.test(value),
      'må være file:/mappe eller s3://bøtte/mappe',
    ),
    about:
      'Hvor bilder og filer har sitt hjem, når det ikke er DATA_DIR/media (standard): en mappe som alle maskinene ser (file:/mappe), eller en privat bøtte hos en S3-tjeneste som kan betingede skrivinger. DATA_DIR/media er da denne maskinens kopi. Flytt dem med «npm run media:move».',
    example: 's3://kundefront/bilder',
  },
  SITE_TARGET: {
    schema: text.refine(
      (value) => value === undefined || /^(file:.+|s3:\/\/[^/]+)/.test(value),
      'må være file:/mappe eller s3://bøtte/mappe',
    ),
    about:
      'Hvor det ferdige nettstedet også skal ligge, for en annen tjener eller et CDN: en mappe, eller en bøtte hos en S3-tjeneste. Hva en bøtte ikke kan, og hva CDN-et da må gjøre, står i docs/hosting/README.md.',
    example: 's3://kundefront-nettsted',
  },
  S3_ENDPOINT: {
    schema: webAddress,
    about: 'S3-tjenesten: adressen (trengs ikke hos Amazon), regionen og nøkkelen.',
    example: 'https://s3.eksempel.no',
  },
  S3_REGION: { schema: text, fallback: () => 'us-east-1', example: 'us-east-1' },
  S3_ACCESS_KEY_ID: { schema: text, example: '' },
  S3_SECRET_ACCESS_KEY: { schema: text, example: '' },
  WEBSUB_HUB: {
    schema: webAddress,
    about:
      'Meld fra når noe er publisert: til et WebSub-knutepunkt (feedlesere), og til søkemotorer over IndexNow (nøkkelen finner du på selv; nettstedet viser den på /indexnow.txt). Av når de ikke er satt.',
    example: 'https://pubsubhubbub.appspot.com/',
  },
  INDEXNOW_KEY: {
    schema: text.refine(
      (value) => value === undefined || /^[A-Za-z0-9-]{8,128}$/.test(value),
      'må ha 8–128 tegn: bokstaver, tall og bindestrek',
    ),
    example: '',
  },
  INDEXNOW_URL: {
    schema: webAddress,
    fallback: () => 'https://api.indexnow.org/indexnow',
    example: 'https://api.indexnow.org/indexnow',
  },
  NODE_ENV: {
    schema: z
      .enum(['development', 'production', 'test'], 'må være production, development eller test')
      .optional(),
    fallback: () => 'production',
    about: 'production (standard) eller development.',
    example: 'production',
  },
  // What SITE_INTERNAL_URL was called.
  PUBLISHER_URL: { schema: origin },
  // For the local mailbox; `npm start` sets them when mails go there and nowhere else.
  MAILBOX_API_KEY: { schema: text },
  MAILBOX_WEBHOOK_URL: { schema: webAddress },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;

/** The text of `.env.example`. */
export function printExample(): string {
  const head = [
    '# Kundefront: alle innstillinger. Ingen må settes for å prøve systemet: «npm start» virker uten.',
    '# Kopier filen til .env og fjern # foran det du vil endre. Miljøvariabler vinner over .env.',
  ];
  const rows: [string, Variable][] = Object.entries(variables);
  const lines = rows.flatMap(([name, { about, example }]) => [
    ...(about === undefined ? [] : ['', ...wrap(about).map((line) => `# ${line}`)]),
    ...(example === undefined ? [] : [`# ${name}=${example}`]),
  ]);
  return [...head, ...lines, ''].join('\n');
}

/** Lines of at most 110 characters, broken between words. */
const wrap = (paragraph: string): string[] =>
  (paragraph.match(/.{1,110}(?:\s|$)/g) ?? []).map((line) => line.trimEnd());

/** `name@domain.no`, or `Name <name@domain.no>` on one line (RFC 5322 §3.4, the plain half of it). */
function isSender(value: string): boolean {
  const address = /^[^<>\r\n]*<([^<>\s]+)>$/.exec(value.trim())?.[1] ?? value.trim();
  return /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address);
}

const isOrigin = (value: string): boolean =>
  /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;
