/**
 * Every folder of the house, and what it may import beside itself. A folder that is not here fails the lint, and so
 * does an import that is not. `/**` means the folders below, too. Tests stand outside.
 */

const model = ['content/model', 'content/model/blocks'];
const content = [...model, 'content/wire', 'content/settings', 'content/log', 'content/store'];
/** What every subject of the CMS builds on. */
const base = [...content, 'cms', 'cms/shared', 'cms/limits', 'cms/admin', 'cms/log'];
/** And what knows how Payload's documents read. */
const mapped = [...base, 'cms/mapping'];
const account = [...base, 'cms/users', 'cms/departures'];
const newsletter = [...base, 'cms/mapping', 'cms/newsletter', 'cms/newsletter/store', 'cms/web'];
const letters = [...newsletter, 'cms/newsletter/admin'];
const picture = [...base, 'cms/mapping', 'cms/uses', 'cms/delivery-feed', 'cms/articles/plans'];
const pages = [...model, 'site/src', 'site/src/typesetting', 'site/src/text', 'site/src/lists'];
const page = [
  ...[...pages, 'site/src/head', 'site/src/feeds', 'site/src/layouts', 'site/src/search'],
  'site/src/components/**',
];
const publisher = [
  ...[...content, 'site/publisher', 'site/publisher/norwegian', 'site/publisher/store', 'site/src'],
];

export const rooms = {
  'content/model': ['content/model/blocks'],
  'content/model/blocks': ['content/model'],
  'content/wire': model,
  'content/settings': [],
  'content/log': [],
  'content/store': ['content/settings'],
  'content/starter/**': [],

  // The CMS. Its root is both what all share (access, environment, words, generated types) and what puts it together.
  cms: [...content, 'cms/**'],
  'cms/admin': ['cms', 'cms/shared'],
  'cms/app/**': ['cms', 'cms/admin', 'cms/limits', 'cms/metrics', 'content/wire'],
  'cms/build': [],
  'cms/shared': [...content, 'cms'],
  'cms/limits': ['cms', 'content/model'],
  'cms/roles': [...content, 'cms', 'cms/shared'],
  'cms/departures': base,
  'cms/log': ['cms', 'cms/limits', 'cms/mapping'],
  'cms/mapping': [...model, 'cms/articles/blocks'],
  'cms/slugs': [...base],
  'cms/web': [...mapped],
  'cms/quotes': [...mapped, 'cms/web'],
  'cms/writing': [...base, 'cms/articles/saves', 'cms/writing/paste', 'cms/writing/boxes'],
  'cms/writing/boxes': ['cms/admin', 'cms/articles/saves'],
  'cms/writing/paste': model,
  'cms/uses': [...mapped, 'cms/articles/plans'],
  'cms/delivery-feed': [...[...mapped, 'cms/delivery-feed/changes', 'cms/delivery-feed/receipts']],
  'cms/delivery-feed/changes': [...mapped, 'cms/delivery-feed', 'cms/delivery-feed/receipts'],
  'cms/delivery-feed/receipts': [
    ...[...mapped, 'cms/delivery-feed', 'cms/delivery-feed/changes'],
    ...['cms/articles/plans', 'cms/articles/releases'],
  ],
  'cms/redirects': [...base, 'cms/delivery-feed'],
  'cms/named': [...base, 'cms/slugs', 'cms/uses', 'cms/redirects', 'cms/delivery-feed'],
  'cms/media': [...picture, 'cms/media/removal', 'cms/media/store'],
  'cms/media/removal': [...picture, 'cms/articles/saves', 'cms/media/store'],
  'cms/media/store': [...base, 'cms/mapping', 'cms/media'],
  'cms/files': [...picture, 'cms/media', 'cms/media/store'],
  'cms/people': [...base, 'cms/named', 'cms/uses', 'cms/media'],
  'cms/{organisations,categories}': [...base, 'cms/named', 'cms/uses'],
  'cms/series': [...base, 'cms/named', 'cms/slugs', 'cms/uses'],
  'cms/publication': [...base, 'cms/delivery-feed'],
  'cms/users': [...base, 'cms/users/*'],
  'cms/users/first-admin': [...base, 'cms/users', 'cms/users/passwords'],
  'cms/users/logins': [...base, 'cms/users', 'cms/users/passwords', 'cms/users/second-factor'],
  'cms/users/passwords': [...account, 'cms/users/resets', 'cms/users/waiting'],
  'cms/users/resets': [...base, 'cms/users'],
  'cms/users/second-factor': [...account, 'cms/users/passwords', 'cms/users/sessions'],
  'cms/users/sessions': [...base, 'cms/users'],
  'cms/users/waiting': account,
  'cms/starter': mapped,
  // What comes from other systems, and leaves for them: read and shaped without the database, then loaded.
  'cms/moving': [...mapped, 'cms/moving/*'],
  'cms/moving/sources': [...content, 'cms/shared', 'cms/moving'],
  'cms/moving/texts': [
    ...[...content, 'cms/writing', 'cms/writing/paste', 'cms/moving', 'cms/moving/sources'],
  ],
  'cms/moving/screen': [...[...mapped, 'cms/web', 'cms/moving', 'cms/moving/load']],
  'cms/moving/out': [
    ...[...mapped, 'cms/media/store', 'cms/moving', 'cms/moving/sources'],
    'cms/newsletter/subscribers/files',
  ],
  'cms/moving/load': [
    ...[...mapped, 'cms/articles/releases', 'cms/articles/saves', 'cms/files', 'cms/media'],
    'cms/media/store',
    ...['cms/moving', 'cms/moving/*'],
    ...['cms/newsletter/subscribers/files', 'cms/newsletter/store'],
  ],
  'cms/health': [
    ...base,
    'cms/articles/plans',
    'cms/delivery-feed',
    'cms/media/store',
    'cms/newsletter',
    'cms/newsletter/*',
  ],
  'cms/metrics': [
    ...[...base, 'cms/articles/plans', 'cms/health', 'cms/newsletter/provider'],
    ...['cms/newsletter/store', 'cms/roles'],
  ],
  'cms/dashboard': [
    ...[...mapped, 'cms/health', 'cms/articles', 'cms/articles/plans', 'cms/articles/saves'],
    ...['cms/newsletter', 'cms/newsletter/store', 'cms/newsletter/subscribers'],
    ...['cms/users/waiting', 'cms/uses'],
  ],

  'cms/articles': [...base, 'cms/slugs', 'cms/delivery-feed', 'cms/media', 'cms/articles/*'],
  'cms/articles/rows': [...base],
  'cms/articles/blocks': [...mapped, 'cms/articles/fields', 'cms/articles/rows'],
  'cms/articles/fields': [
    ...[...mapped, 'cms/slugs', 'cms/articles'],
    ...['cms/articles/blocks', 'cms/articles/checklist', 'cms/articles/releases'],
    'cms/articles/rows',
  ],
  'cms/articles/checklist': [
    ...[...mapped, 'cms/articles/blocks', 'cms/media', 'cms/quotes', 'cms/starter'],
  ],
  'cms/articles/saves': [
    ...[...mapped, 'cms/articles/releases', 'cms/articles/saves/*', 'cms/roles'],
  ],
  'cms/articles/saves/unsaved': [...mapped, 'cms/articles/releases', 'cms/articles/saves'],
  'cms/articles/releases': [
    ...[...mapped, 'cms/articles', 'cms/articles/checklist', 'cms/articles/fields'],
    ...['cms/articles/plans', 'cms/redirects'],
  ],
  'cms/articles/plans': [...mapped, 'cms/articles/releases', 'cms/articles/saves'],
  'cms/articles/preview': [...mapped, 'cms/delivery-feed/changes', 'cms/uses'],
  'cms/articles/unpublish': [...base, 'cms/articles/*', 'cms/redirects'],

  // The newsletter knows how an article is read and whether it is live; of the newsletter only the desk reads rows.
  'cms/newsletter': [...base, 'cms/newsletter/**'],
  'cms/newsletter/store': [
    ...[...content, 'cms', 'cms/shared', 'cms/newsletter', 'cms/newsletter/letters'],
    ...['cms/mapping', 'cms/newsletter/mailings', 'cms/newsletter/sending', 'cms/roles'],
  ],
  'cms/newsletter/letters': [
    ...newsletter,
    'cms/newsletter/provider',
    'cms/newsletter/subscribers',
  ],
  'cms/newsletter/provider': [...base, 'cms/newsletter'],
  'cms/newsletter/departures': [...newsletter, 'cms/departures', 'cms/newsletter/subscribers'],
  'cms/newsletter/subscribers': [
    ...[...newsletter, 'cms/departures', 'cms/newsletter/admin'],
    ...['cms/newsletter/letters', 'cms/newsletter/provider', 'cms/newsletter/sending'],
    'cms/newsletter/subscribers/files',
  ],
  'cms/newsletter/subscribers/files': [...letters, 'cms/newsletter/subscribers'],
  'cms/newsletter/subscribers/followers': letters,
  'cms/newsletter/mailings': [
    ...[...newsletter, 'cms/delivery-feed', 'cms/newsletter/admin', 'cms/newsletter/letters'],
    ...['cms/newsletter/sending', 'cms/newsletter/subscribers'],
  ],
  'cms/newsletter/sending': [
    ...[...newsletter, 'cms/newsletter/admin', 'cms/newsletter/letters'],
    ...['cms/newsletter/mailings', 'cms/newsletter/provider'],
  ],
  'cms/newsletter/webhooks': [
    ...[...newsletter, 'cms/departures', 'cms/newsletter/mailings'],
    ...['cms/newsletter/sending', 'cms/newsletter/subscribers'],
  ],
  'cms/newsletter/admin': [...newsletter, 'cms/newsletter/mailings'],
  'cms/newsletter/article-mail': [
    ...[...newsletter, 'cms/newsletter/admin', 'cms/newsletter/letters'],
    ...['cms/newsletter/mailings', 'cms/newsletter/subscribers'],
  ],

  // The pages: what Astro compiles.
  'site/src': model,
  'site/src/adapter': [...model, 'site/src'],
  'site/src/typesetting': [...model, 'site/src'],
  'site/src/text': pages,
  'site/src/lists': pages,
  'site/src/search': [...pages, 'site/src/components/**'],
  'site/src/head': pages,
  'site/src/feeds': [...pages, 'site/src/blocks'],
  'site/src/blocks': [...pages, 'site/src/blocks/*'],
  'site/src/blocks/*': [...pages, 'site/src/blocks', 'site/src/components/**', 'site/src/feeds'],
  'site/src/components/**': [
    ...[...pages, 'site/src/blocks', 'site/src/head', 'site/src/search', 'content/wire'],
  ],
  'site/src/layouts': [...pages, 'site/src/head', 'site/src/components/**', 'site/src/styles'],
  'site/src/styles': [],
  'site/src/pages/**': page,
  'site/src/pages/.well-known': page,

  // The publisher: a Node program that renders them. Of the pages it knows what draws pictures and finds words.
  'site/publisher': [...publisher, 'site/publisher/*'],
  'site/publisher/store': [...model, 'site/src', 'site/src/typesetting'],
  'site/publisher/http': [...publisher, 'site/publisher/render'],
  'site/publisher/render': [...publisher, 'site/publisher/http', 'site/publisher/share-pictures'],
  'site/publisher/search': [
    ...[...publisher, 'site/publisher/render', 'site/src/search', 'site/src/text'],
    'site/src/typesetting',
  ],
  'site/publisher/target': [...publisher, 'site/publisher/http', 'site/publisher/render'],
  'site/publisher/norwegian': [],
  'site/publisher/share-pictures': [
    ...[...publisher, 'site/publisher/render', 'site/src/head', 'site/src/blocks/*'],
  ],

  scripts: [
    ...[...content, 'cms', 'cms/**', 'site/publisher', 'scripts/*'],
    'scripts/backup/databases',
  ],
  'scripts/instance': [
    ...content,
    'cms',
    'cms/moving',
    'scripts/backup',
    'scripts/backup/databases',
  ],
  'scripts/backup': [...content, 'scripts/instance', 'scripts/backup/databases'],
  'scripts/backup/databases': [...content, 'scripts/instance', 'scripts/backup'],
  'scripts/bench': [
    ...[...content, 'cms', 'cms/dashboard', 'cms/newsletter', 'cms/newsletter/*'],
    ...['cms/shared', 'cms/writing', 'scripts/instance', 'scripts/seed', 'scripts/e2e'],
  ],
  'scripts/drill': [...content, 'scripts/backup', 'scripts/backup/databases', 'scripts/instance'],
  'scripts/e2e': [...content, 'scripts/instance'],
  'scripts/cluster': ['content/store', 'scripts/instance'],
  'scripts/mailbox': [...content, 'scripts/mailbox/*'],
  'scripts/mailbox/api': [...content, 'scripts/mailbox'],
  'scripts/mailbox/pages': [...content, 'scripts/mailbox'],
  'scripts/npm': [],
  'scripts/seed': [
    ...content,
    'cms/starter',
    'cms/writing',
    'scripts',
    'scripts/instance',
    'content/starter/**',
  ],
};
