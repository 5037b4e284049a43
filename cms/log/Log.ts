import type { CollectionConfig, Where } from 'payload';
import { roleOf, type Role } from '../access.ts';
import { text } from '../text.ts';
import { yearsOfLog } from './forget-old-lines.ts';
import { text as logText } from './text.ts';
import type { Act } from './write-log.ts';

const words = logText;

/** What concerns accounts is an administrator's to read. */
const readLog = (role: Role | undefined): boolean | Where =>
  role === 'admin' || (role === 'editor' && { act: { not_in: aboutAccounts } });

const aboutAccounts: Act[] = [
  ...(['logged-in', 'login-refused', 'access-refused', 'password-changed'] as const),
  ...(['sessions-ended', 'second-factor-on', 'second-factor-off'] as const),
];

/**
 * Who did what, and when. Written right after the act, which stands if the process dies in between; nobody
 * changes a line.
 */
export const Log: CollectionConfig = {
  slug: 'log',
  labels: words,
  admin: {
    group: text.groups.system,
    hideAPIURL: true,
    description: words.kept(yearsOfLog),
    useAsTitle: 'what',
    defaultColumns: ['at', 'what'],
    listSearchableFields: ['who', 'what'],
    pagination: { defaultLimit: 50 },
  },
  defaultSort: '-at',
  timestamps: false,
  disableDuplicate: true,
  access: {
    read: ({ req }) => readLog(roleOf(req)),
    create: () => false,
    update: () => false,
    delete: () => false,
  },
  fields: [
    {
      name: 'at',
      type: 'date',
      label: words.at,
      required: true,
      index: true,
      admin: { date: { displayFormat: 'd. MMM yyyy HH:mm:ss' } },
    },
    { name: 'who', type: 'text', label: words.who, required: true },
    {
      name: 'act',
      type: 'select',
      label: words.act,
      required: true,
      options: Object.entries(words.acts).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'what',
      type: 'text',
      label: words.what,
      required: true,
      admin: { components: { Cell: '/log/LogSentence#LogSentence' } },
    },
    { name: 'why', type: 'text', label: words.why },
    {
      name: 'user',
      type: 'text',
      label: words.user,
      index: true,
      admin: { hidden: true, disableListColumn: true },
    },
    {
      name: 'document',
      type: 'text',
      index: true,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
};
