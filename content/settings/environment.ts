import { z } from 'zod';

/**
 * The settings of every process, parsed once. Pure: give it `process.env`. Contract: `.env.example`.
 */
const port = (fallback: number) =>
  z
    .string()
    .optional()
    .transform((value) => (value === undefined || value === '' ? fallback : Number(value)))
    .refine(
      (value) => Number.isInteger(value) && value >= 1 && value <= 65_535,
      'må være et portnummer mellom 1 og 65535',
    );

const origin = z
  .string()
  .refine(isOrigin, 'må være en adresse som https://eksempel.no, uten sti og skråstrek til slutt');

const text = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const webAddress = text.refine(
  (value) => value === undefined || (/^https?:\/\//.test(value) && isAddress(value)),
  'må være en http- eller https-adresse',
);

const schema = z.object({
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: text.refine(
    (value) => value === undefined || /^(file:|mongodb(\+srv)?:\/\/)/.test(value),
    'må begynne med file: eller mongodb://',
  ),
  SITE_PORT: port(4321),
  CMS_PORT: port(3000),
  MAILBOX_PORT: port(8025),
  SITE_URL: origin.optional(),
  CMS_URL: origin.optional(),
  PUBLISHER_URL: origin.optional(),
  PAYLOAD_SECRET: text.refine(
    (value) => value === undefined || value.length >= 32,
    'må ha minst 32 tegn (lag en med: openssl rand -hex 32)',
  ),
  PUBLISH_TOKEN: text.refine(
    (value) => value === undefined || value.length >= 32,
    'må ha minst 32 tegn (lag en med: openssl rand -hex 32)',
  ),
  RESEND_API_KEY: text,
  RESEND_BASE_URL: webAddress,
  RESEND_WEBHOOK_SECRET: text,
  MAILBOX_API_KEY: text,
  MAILBOX_WEBHOOK_URL: webAddress,
  WEBSUB_HUB: webAddress,
  INDEXNOW_KEY: text.refine(
    (value) => value === undefined || /^[A-Za-z0-9-]{8,128}$/.test(value),
    'må ha 8–128 tegn: bokstaver, tall og bindestrek',
  ),
  INDEXNOW_URL: webAddress,
  MAIL_FROM: text.refine(
    (value) => value === undefined || isSender(value),
    'må være en avsender som Kundefront <redaksjonen@eksempel.no>, eller bare adressen',
  ),
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'må være production, development eller test')
    .default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
});

export type Environment = ReturnType<typeof complete>;

/** Settings with defaults filled in, or the sentences (Norwegian) that say which variable is wrong and why. */
export function parseEnvironment(
  variables: Record<string, string | undefined>,
): { ok: true; environment: Environment } | { ok: false; problems: string[] } {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return { ok: true, environment: complete(parsed.data) };
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `${name}=${variables[name] ?? ''}: ${issue.message}`;
  });
  return { ok: false, problems };
}

function complete(settings: z.infer<typeof schema>) {
  const dataDir = settings.DATA_DIR.replace(/\/+$/, '');
  return {
    dataDir,
    databaseUrl: settings.DATABASE_URL ?? `file:${dataDir}/kundefront.db`,
    sitePort: settings.SITE_PORT,
    cmsPort: settings.CMS_PORT,
    mailboxPort: settings.MAILBOX_PORT,
    siteUrl: settings.SITE_URL ?? `http://localhost:${settings.SITE_PORT}`,
    cmsUrl: settings.CMS_URL ?? `http://localhost:${settings.CMS_PORT}`,
    /** Where the CMS reaches the publisher; the site itself unless that is hosted elsewhere. */
    publisherUrl: settings.PUBLISHER_URL ?? `http://127.0.0.1:${settings.SITE_PORT}`,
    payloadSecret: settings.PAYLOAD_SECRET,
    /** Shared by CMS and publisher: opens the changes feed, signs previews. */
    publishToken: settings.PUBLISH_TOKEN,
    resendApiKey: settings.RESEND_API_KEY,
    resendBaseUrl: settings.RESEND_BASE_URL,
    resendWebhookSecret: settings.RESEND_WEBHOOK_SECRET,
    /** The key that the mail stand-in takes. `npm start` sets it when mails go there and nowhere else. */
    mailboxApiKey: settings.MAILBOX_API_KEY,
    /** Where the stand-in tells what became of a mail. */
    mailboxWebhookUrl: settings.MAILBOX_WEBHOOK_URL,
    /** Where feeds are announced (W3C WebSub); nowhere when it is not set. */
    webSubHub: settings.WEBSUB_HUB,
    /** With a key, addresses are announced to search engines (indexnow.org). */
    indexNowKey: settings.INDEXNOW_KEY,
    indexNowUrl: settings.INDEXNOW_URL ?? 'https://api.indexnow.org/indexnow',
    mailFrom: settings.MAIL_FROM ?? 'Kundefront <redaksjonen@kundefront.example>',
    nodeEnv: settings.NODE_ENV,
    host: settings.HOST,
  };
}

/** `name@domain.no`, or `Name <name@domain.no>` on one line (RFC 5322 §3.4, the plain half of it). */
function isSender(value: string): boolean {
  const address = /^[^<>\r\n]*<([^<>\s]+)>$/.exec(value.trim())?.[1] ?? value.trim();
  return /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address);
}

function isAddress(value: string): boolean {
  try {
    return new URL(value).hostname !== '';
  } catch {
    return false;
  }
}

function isOrigin(value: string): boolean {
  try {
    const url = new URL(value);
    return /^https?:$/.test(url.protocol) && url.origin === value;
  } catch {
    return false;
  }
}
