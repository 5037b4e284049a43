import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nb } from '@payloadcms/translations/languages/nb';
import { buildConfig, deepMergeSimple } from 'payload';
import sharp from 'sharp';
import { bindOlderPlans, bindPlansWhenMade } from './articles/bind-plans.ts';
import { publishWhatWasApproved } from './articles/publish-approved.ts';
import { saveInTurns } from './articles/saves.ts';
import { Articles } from './collections/Articles.ts';
import { Authors } from './collections/Authors.ts';
import { Categories } from './collections/Categories.ts';
import { Media } from './collections/Media.ts';
import { Organisations } from './collections/Organisations.ts';
import { Redirects } from './collections/Redirects.ts';
import { Series } from './collections/Series.ts';
import { Users } from './collections/Users.ts';
import { chooseDatabase } from './database.ts';
import { deskEndpoints } from './desk/endpoints.ts';
import { Log } from './desk/log/Log.ts';
import { Starter } from './desk/starter/Starter.ts';
import { readEnvironment } from './environment.ts';
import { FrontPage } from './globals/FrontPage.ts';
import { Publication } from './globals/Publication.ts';
import { healthEndpoint } from './health.ts';
import { explainMissing } from './hooks/explain-refusal.ts';
import { withGlobalTextLimits, withTextLimits } from './hooks/limit-texts.ts';
import { overwriteDeleted } from './newsletter/bulk.ts';
import { Batches } from './newsletter/Batches.ts';
import { Deliveries } from './newsletter/Deliveries.ts';
import { newsletterEndpoints } from './newsletter/endpoints.ts';
import { Mailings } from './newsletter/Mailings.ts';
import { NewsletterSettings } from './newsletter/NewsletterSettings.ts';
import { resendEmailAdapter } from './newsletter/resend-adapter.ts';
import { Subscribers } from './newsletter/Subscribers.ts';
import { publishEndpoints } from './publish/endpoints.ts';
import { Receipts } from './publish/Receipts.ts';
import { Tombstones } from './publish/Tombstones.ts';
import { guardPlans, jobs } from './scheduled-publishing.ts';
import { stopWhenLocked } from './stop-when-locked.ts';
import { text } from './text.ts';
import { translations } from './translations.ts';
import { narrowUserWrites } from './users/narrow-user-writes.ts';
import { keepSetupCode } from './users/setup-code.ts';

const environment = readEnvironment();
const room = path.dirname(fileURLToPath(import.meta.url));

const config = buildConfig({
  secret: environment.payloadSecret,
  serverURL: environment.cmsUrl,
  cors: [environment.cmsUrl, environment.siteUrl],
  csrf: [environment.cmsUrl],
  db: chooseDatabase(environment),
  email: resendEmailAdapter,
  sharp,
  telemetry: false,
  graphQL: { disable: true },
  collections: [
    Articles,
    Media,
    Categories,
    Series,
    Authors,
    Organisations,
    Subscribers,
    Mailings,
    Deliveries,
    Batches,
    Redirects,
    Users,
    Log,
    Receipts,
    Tombstones,
  ].map(withTextLimits),
  globals: [FrontPage, Publication, NewsletterSettings, Starter].map(withGlobalTextLimits),
  endpoints: [healthEndpoint, ...publishEndpoints, ...newsletterEndpoints, ...deskEndpoints],
  jobs,
  onInit: async (payload) => {
    guardPlans(payload);
    narrowUserWrites(payload);
    saveInTurns(payload);
    bindPlansWhenMade(payload);
    await bindOlderPlans(payload);
    await overwriteDeleted(payload);
    await keepSetupCode(payload);
  },
  // One JSON object a line. Refusals are answers, not failures.
  logger: { options: { level: 'warn' } },
  loggingLevels: {
    APIError: 'info',
    AuthenticationError: 'info',
    Forbidden: 'info',
    LockedAuth: 'info',
    MissingFile: 'info',
    QueryError: 'info',
  },
  hooks: {
    afterError: [({ error, req }) => stopWhenLocked(error, req.payload.logger), explainMissing],
  },
  upload: {
    limits: { fileSize: 25 * 1024 * 1024 },
    abortOnLimit: true,
    responseOnLimit: text.problems.fileTooLarge,
  },
  i18n: { fallbackLanguage: 'nb', supportedLanguages: { nb } },
  admin: {
    user: 'users',
    avatar: 'default',
    timezones: {
      defaultTimezone: 'Europe/Oslo',
      supportedTimezones: [{ label: text.timezone, value: 'Europe/Oslo' }],
    },
    toast: { duration: 10_000 },
    dateFormat: 'd. MMM yyyy HH:mm',
    meta: { titleSuffix: ' – Kundefront', icons: [{ url: '/admin-icon.svg' }] },
    importMap: {
      baseDir: room,
      importMapFile: path.join(room, 'app/(payload)/admin/importMap.js'),
    },
    components: {
      beforeDashboard: [
        '/newsletter/admin/NoMailNotice#NoMailNotice',
        '/desk/starter/Guide#Guide',
        '/desk/dashboard/Desk#Desk',
        '/newsletter/admin/Readership#Readership',
      ],
      graphics: { Logo: '/admin/Logo#Logo', Icon: '/admin/Logo#Icon' },
    },
  },
  typescript: { autoGenerate: false, outputFile: path.join(room, 'payload-types.ts') },
});

export default config.then((built) => {
  publishWhatWasApproved(built);
  // Last: the text editor brings words of its own.
  built.i18n.translations = deepMergeSimple(built.i18n.translations, translations);
  return built;
});
