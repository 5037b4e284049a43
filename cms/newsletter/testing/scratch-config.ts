import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import {
  buildConfig,
  type CollectionConfig,
  type GlobalConfig,
  type SanitizedConfig,
} from 'payload';
import { Log } from '../../desk/log/Log.ts';
import { Batches } from '../Batches.ts';
import { Deliveries } from '../Deliveries.ts';
import { newsletterEndpoints } from '../endpoints.ts';
import { killPoint } from '../kill-point.ts';
import { Mailings } from '../Mailings.ts';
import { NewsletterSettings } from '../NewsletterSettings.ts';
import { resendEmailAdapter } from '../resend-adapter.ts';
import { Subscribers } from '../Subscribers.ts';

/**
 * A small but real Payload: this domain's collections and endpoints beside the fields of the others
 * that it reads. `databaseUrl` is `file:` or `mongodb:`; every test has a database of its own.
 */
export function scratchConfig(databaseUrl: string, { push = true } = {}): Promise<SanitizedConfig> {
  return buildConfig({
    secret: process.env.PAYLOAD_SECRET ?? 'a secret for tests only, 32 characters or more',
    db: databaseUrl.startsWith('mongodb:')
      ? mongooseAdapter({ url: databaseUrl, transactionOptions: false })
      : sqliteAdapter({
          client: { url: databaseUrl },
          idType: 'uuid',
          wal: true,
          busyTimeout: 15_000,
          push,
        }),
    collections: [users, articles, media, series, organisations, Log, ...ours],
    globals: [publication, NewsletterSettings],
    endpoints: newsletterEndpoints,
    email: resendEmailAdapter,
    typescript: { autoGenerate: false },
    telemetry: false,
    logger: { options: { level: process.env.LOG_LEVEL ?? 'warn' } },
  });
}

const ours = [Subscribers, Mailings, Deliveries, Batches];

const users: CollectionConfig = {
  slug: 'users',
  auth: true,
  fields: [{ name: 'role', type: 'select', options: ['admin', 'editor', 'writer'] }],
};

const articles: CollectionConfig = {
  slug: 'articles',
  versions: { drafts: true },
  hooks: { afterChange: [() => killPoint('publishing')] },
  fields: [
    { name: 'title', type: 'text' },
    { name: 'slug', type: 'text' },
    { name: 'kind', type: 'select', options: ['news', 'interview', 'post'] },
    { name: 'lead', type: 'textarea' },
    { name: 'heroImage', type: 'upload', relationTo: 'media' },
    { name: 'series', type: 'relationship', relationTo: 'series' },
    { name: 'seriesNumber', type: 'number' },
    { name: 'place', type: 'text' },
    {
      name: 'interviewees',
      type: 'array',
      fields: [
        { name: 'name', type: 'text' },
        { name: 'role', type: 'text' },
        { name: 'organisation', type: 'relationship', relationTo: 'organisations' },
      ],
    },
    { name: 'organisations', type: 'relationship', relationTo: 'organisations', hasMany: true },
    {
      name: 'corrections',
      type: 'array',
      fields: [
        { name: 'at', type: 'date' },
        { name: 'text', type: 'textarea' },
      ],
    },
    { name: 'marking', type: 'select', options: ['editorial', 'sponsored', 'advert'] },
    { name: 'sponsor', type: 'text' },
    { name: 'sendAlert', type: 'checkbox' },
    {
      name: 'published',
      type: 'group',
      fields: [
        { name: 'firstAt', type: 'date' },
        { name: 'lastAt', type: 'date' },
        { name: 'slug', type: 'text' },
        { name: 'revision', type: 'text' },
      ],
    },
    {
      name: 'alert',
      type: 'group',
      fields: [
        { name: 'requestedAt', type: 'date' },
        { name: 'handledAt', type: 'date' },
      ],
    },
  ],
};

const media: CollectionConfig = {
  slug: 'media',
  fields: [
    { name: 'alt', type: 'text' },
    { name: 'decorative', type: 'checkbox' },
    { name: 'caption', type: 'text' },
    { name: 'credit', type: 'text' },
    { name: 'filename', type: 'text' },
    { name: 'mimeType', type: 'text' },
    { name: 'width', type: 'number' },
    { name: 'height', type: 'number' },
    { name: 'sizes', type: 'json' },
  ],
};

const series: CollectionConfig = {
  slug: 'series',
  fields: [
    { name: 'name', type: 'text' },
    { name: 'slug', type: 'text' },
  ],
};

const organisations: CollectionConfig = {
  slug: 'organisations',
  fields: [
    { name: 'name', type: 'text' },
    { name: 'interest', type: 'select', options: ['none', 'owner', 'sponsor', 'board'] },
    { name: 'disclosure', type: 'text' },
  ],
};

const publication: GlobalConfig = {
  slug: 'publication',
  fields: ['name', 'tagline', 'owner', 'orgNumber', 'responsibleEditor', 'address', 'email'].map(
    (name) => ({ name, type: 'text' }),
  ),
};
