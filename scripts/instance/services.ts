import { toVariables, type Environment } from '../../content/settings/environment.ts';
import type { Secrets } from './prepare-data.ts';
import type { Service } from './supervise.ts';
import { cmsEndpoints } from '../../content/model/urls.ts';
import { text } from './text.ts';
import { timeZone } from '../../content/model/time-zone.ts';

/** The environment every process of an instance gets: all settings filled in, nothing left to guess. */
export function instanceEnvironment(
  settings: Environment,
  secrets: Secrets,
): Record<string, string> {
  const usesStandIn = settings.resendApiKey === undefined;
  return {
    NEXT_TELEMETRY_DISABLED: '1',
    ...toVariables({
      ...settings,
      backupPassphrase: undefined, // nobody's but whose who makes backups
      nodeEnv: 'production',
      payloadSecret: settings.payloadSecret ?? secrets.payloadSecret,
      publishToken: settings.publishToken ?? secrets.publishToken,
      resendApiKey: settings.resendApiKey ?? secrets.mailKey,
      ...(usesStandIn && {
        resendBaseUrl: `http://127.0.0.1:${settings.mailboxPort}`,
        resendWebhookSecret: settings.resendWebhookSecret ?? secrets.webhookSecret,
        mailboxApiKey: secrets.mailKey,
        mailboxWebhookUrl: `http://127.0.0.1:${settings.cmsPort}${cmsEndpoints.webhook}`,
      }),
    }),
  };
}

/** Makes lines of the log of whatever a process prints. */
const preload = new URL('../../content/log/preload.ts', import.meta.url).href;

/** The processes of `npm start` in its role; the mail stand-in only when there is no real mail service. */
export function instanceServices(
  settings: Environment,
  environment: Record<string, string>,
  isDev = false,
): Service[] {
  const { role, host, sitePort, cmsPort, mailboxPort } = settings;
  const local = host === '0.0.0.0' ? '127.0.0.1' : host;
  const mailbox: Service = {
    name: text.services.mail,
    area: 'mailbox',
    command: ['scripts/mailbox/serve.ts'],
    environment,
    healthUrl: `http://127.0.0.1:${mailboxPort}/`,
    url: `http://localhost:${mailboxPort}/`,
    port: { port: mailboxPort, variable: 'MAILBOX_PORT', host: '127.0.0.1' },
  };
  // A worker's loops run in the same program as the newsroom: what it serves besides, nobody is sent to.
  const cms: Service = {
    name: text.services.roles[role],
    area: 'cms',
    command: [
      // Developers read what Next prints for them.
      ...(isDev ? [] : ['--import', `${preload}?area=cms`]),
      'node_modules/next/dist/bin/next',
      isDev ? 'dev' : 'start',
      'cms',
      '-p',
      String(cmsPort),
      '-H',
      host,
    ],
    // Times are written by the server and again by the browser: both on the newsroom's clock.
    environment: {
      TZ: timeZone,
      ...environment,
      ...(isDev ? { NODE_ENV: 'development' } : {}),
    },
    healthUrl: `http://${local}:${cmsPort}/readyz`,
    url: `${settings.cmsUrl}/admin`,
    port: { port: cmsPort, variable: 'CMS_PORT' },
  };
  const site: Service = {
    name: text.services.site,
    area: 'site',
    // A page's garbage is young, and its bytes are buffers: little room for the one, and the others given back
    // to the system at once (glibc), keep a publisher of 10,000 articles below 0.5 GB.
    command: ['--max-semi-space-size=8', 'site/publisher/serve.ts'],
    environment: { ...environment, MALLOC_MMAP_THRESHOLD_: '16384' },
    healthUrl: `http://${local}:${sitePort}/readyz`,
    url: `${settings.siteUrl}/`,
    port: { port: sitePort, variable: 'SITE_PORT' },
  };
  const needsMailbox = role !== 'site' && settings.resendApiKey === undefined;
  return [
    ...(needsMailbox ? [mailbox] : []),
    ...(role === 'site' ? [] : [cms]),
    ...(['all', 'site'].includes(role) ? [site] : []),
  ];
}
