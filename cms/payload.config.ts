import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nb } from '@payloadcms/translations/languages/nb';
import { buildConfig, deepMergeSimple, type Endpoint } from 'payload';
import sharp from 'sharp';
import { leaveSizesToUs } from './media/make-sizes.ts';
import { bindOlderPlans, bindPlansWhenMade } from './articles/plans/bind-plans.ts';
import { publishApproved } from './articles/plans/publish-approved.ts';
import { serialiseSaves } from './articles/saves/saves.ts';
import { Articles } from './articles/Articles.ts';
import { Authors } from './people/Authors.ts';
import { Categories } from './categories/Categories.ts';
import { Media } from './media/Media.ts';
import { Organisations } from './organisations/Organisations.ts';
import { Redirects } from './redirects/Redirects.ts';
import { Series } from './series/Series.ts';
import { Users } from './users/Users.ts';
import { chooseDatabase } from './database.ts';
import { articleEndpoints } from './articles/endpoints.ts';
import { hideGuide } from './starter/first-steps.ts';
import { removeStarter } from './starter/remove-starter.ts';
import { previewRemoval, removePicture } from './media/removal/remove-picture.ts';
import { getUses } from './uses/get-uses.ts';
import { Log } from './log/Log.ts';
import { logRefusal, withLoggedChanges, withLoggedRefusals } from './log/write-log.ts';
import { Starter } from './starter/Starter.ts';
import { readEnvironment } from './environment.ts';
import { FrontPage } from './publication/FrontPage.ts';
import { Publication } from './publication/Publication.ts';
import { healthEndpoint } from './health/health-endpoint.ts';
import { Files } from './files/Files.ts';
import { storeEndpoints } from './media/store/endpoints.ts';
import { nameFileFields } from './media/name-file-fields.ts';
import { explainInvalid } from './limits/explain-invalid.ts';
import { explainUnreadable } from './limits/explain-unreadable.ts';
import { withQueryLimits } from './limits/with-query-limits.ts';
import { loggerOptions } from './shared/logger-options.ts';
import { explainMissing } from './articles/explain-refusal.ts';
import { withGlobalTextLimits, withTextLimits } from './limits/limit-texts.ts';
import { withTidyGlobalTexts, withTidyTexts } from './limits/tidy-texts.ts';
import { noteMigrations } from './note-migrations.ts';
import { overwriteDeleted } from './newsletter/store/bulk.ts';
import { Batches } from './newsletter/sending/Batches.ts';
import { Deliveries } from './newsletter/mailings/Deliveries.ts';
import { settleRestore } from './settle-restore.ts';
import { newsletterEndpoints } from './newsletter/endpoints.ts';
import { Mailings } from './newsletter/mailings/Mailings.ts';
import { NewsletterSettings } from './newsletter/NewsletterSettings.ts';
import { resendEmailAdapter } from './newsletter/provider/resend-email-adapter.ts';
import { Subscribers } from './newsletter/subscribers/Subscribers.ts';
import { publishEndpoints } from './delivery-feed/endpoints.ts';
import { Receipts } from './delivery-feed/receipts/Receipts.ts';
import { Tombstones } from './delivery-feed/changes/Tombstones.ts';
import { guardPlans, jobs } from './articles/plans/scheduled-publishing.ts';
import { weekEndpoints } from './dashboard/week-endpoints.ts';
import { QuoteAnswers, QuoteChecks } from './quotes/QuoteChecks.ts';
import { fontEndpoints } from './web/font-endpoints.ts';
import { quoteEndpoints } from './quotes/endpoints.ts';
import { stopWhenLocked } from './stop-when-locked.ts';
import { text } from './text.ts';
import { text as filesText } from './files/text.ts';
import { translations } from './build/translations.ts';
import { roleEndpoints } from './roles/endpoints.ts';
import { movingEndpoints } from './moving/endpoints.ts';
import { movingScreenEndpoints } from './moving/screen/screen-endpoints.ts';
import { guardIds } from './moving/load/choose-ids.ts';
import { guardLocks } from './users/guard-locks.ts';
import { narrowWrites } from './narrow-writes.ts';
import { narrowUserWrites } from './users/logins/narrow-user-writes.ts';
import { Security } from './users/Security.ts';
import { keepSetupCode } from './users/first-admin/setup-code.ts';
import { timeZone } from '../content/model/time-zone.ts';

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
    ...[Articles, Media, Files, Categories, Series, Authors, Organisations, Redirects].map(
      withTidyTexts,
    ),
    Subscribers,
    Mailings,
    Deliveries,
    Batches,
    Users,
    Log,
    Receipts,
    Tombstones,
    QuoteChecks,
    QuoteAnswers,
  ].map((collection) => withQueryLimits(withTextLimits(collection))),
  globals: [
    ...[FrontPage, Publication].map(withTidyGlobalTexts).map(withLoggedChanges),
    ...[NewsletterSettings, Security].map(withLoggedChanges),
    Starter,
  ].map(withGlobalTextLimits),
  endpoints: (
    [
      healthEndpoint,
      ...publishEndpoints,
      ...articleEndpoints,
      ...newsletterEndpoints,
      ...quoteEndpoints,
      ...weekEndpoints,
      ...movingEndpoints,
      ...storeEndpoints,
      ...roleEndpoints,
      ...movingScreenEndpoints,
      ...fontEndpoints,
      { path: '/desk/starter/remove', method: 'post', handler: removeStarter },
      { path: '/desk/guide/hide', method: 'post', handler: hideGuide },
      { path: '/desk/uses/:collection/:id', method: 'get', handler: getUses },
      { path: '/desk/pictures/:id/removal', method: 'get', handler: previewRemoval },
      { path: '/desk/pictures/:id/removal', method: 'post', handler: removePicture },
    ] satisfies Endpoint[]
  ).map(withLoggedRefusals),
  jobs,
  onInit: async (payload) => {
    await noteMigrations(payload);
    leaveSizesToUs(payload);
    guardPlans(payload);
    guardLocks(payload);
    narrowUserWrites(payload);
    narrowWrites(payload);
    guardIds(payload);
    serialiseSaves(payload);
    bindPlansWhenMade(payload);
    await bindOlderPlans(payload);
    await overwriteDeleted(payload);
    await keepSetupCode(payload);
    // What is not settled now is tried again, and told, by its reconciler: who wants to leave must find the door open.
    await settleRestore(payload).catch((err: unknown) => {
      payload.logger.error({ area: 'departures', err, msg: 'a restore is not settled' });
    });
  },
  // Refusals are answers, not failures.
  logger: { options: loggerOptions },
  loggingLevels: {
    APIError: 'info',
    AuthenticationError: 'info',
    Forbidden: 'info',
    LockedAuth: 'info',
    MissingFile: 'info',
    QueryError: 'info',
    ...{ WrongCode: 'info' as const }, // ours: Payload's type names its own
  },
  hooks: {
    afterError: [
      ({ error, req }) => stopWhenLocked(error, req.payload.logger),
      logRefusal,
      explainMissing,
      explainUnreadable,
      explainInvalid,
    ],
  },
  upload: {
    // A picture has a limit of its own: `limits/limit-body.ts`.
    limits: { fileSize: 100 * 1024 * 1024 },
    abortOnLimit: true,
    responseOnLimit: filesText.problems.tooLarge,
  },
  i18n: { fallbackLanguage: 'nb', supportedLanguages: { nb } },
  admin: {
    user: 'users',
    avatar: 'default',
    timezones: {
      defaultTimezone: timeZone,
      supportedTimezones: [{ label: text.timezone, value: timeZone }],
    },
    toast: { duration: 10_000 },
    dateFormat: 'd. MMM yyyy HH:mm',
    meta: { titleSuffix: ' – Kundefront', icons: [{ url: '/admin-icon.svg' }] },
    importMap: {
      baseDir: room,
      importMapFile: path.join(room, 'app/(payload)/admin/importMap.js'),
    },
    components: {
      providers: [
        '/writing/TypeInFields#TypeInFields',
        '/writing/boxes/DrawBoxes#DrawBoxes',
        '/articles/saves/unsaved/KeepTyped#KeepTyped',
        '/admin/NameControls#NameControls',
      ],
      afterNavLinks: ['/moving/screen/MovingLink#MovingLink'],
      beforeDashboard: [
        '/newsletter/admin/NoMailNotice#NoMailNotice',
        '/starter/Guide#Guide',
        '/dashboard/Desk#Desk',
        '/newsletter/admin/Readership#Readership',
      ],
      views: {
        createFirstUser: {
          Component: '/users/first-admin/FirstUserView#FirstUserView',
          path: '/create-first-user',
        },
        login: { Component: '/users/second-factor/LoginView#LoginView', path: '/login' },
      },
      graphics: { Logo: '/admin/Logo#Logo', Icon: '/admin/Logo#Icon' },
    },
  },
  typescript: { autoGenerate: false, outputFile: path.join(room, 'payload-types.ts') },
});

export default config.then((built) => {
  publishApproved(built);
  nameFileFields(built);
  // Last: the text editor brings words of its own.
  built.i18n.translations = deepMergeSimple(built.i18n.translations, translations);
  return built;
});
