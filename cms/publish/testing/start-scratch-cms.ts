import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import {
  buildConfig,
  getPayload,
  handleEndpoints,
  type CollectionConfig,
  type CollectionBeforeChangeHook,
  type Payload,
} from 'payload';
import { publishEndpoints } from '../endpoints.ts';
import {
  pingAfterChange,
  pingAfterDelete,
  pingAfterGlobalChange,
  tombstoneBeforeDelete,
} from '../notify-publisher.ts';
import { Receipts } from '../Receipts.ts';
import { Tombstones } from '../Tombstones.ts';

export const scratchToken = 'scratch-token-scratch-token-scratch-token';

export interface ScratchCms {
  payload: Payload;
  /** A request to the REST API as the publisher makes it; `null` token: as anyone. */
  request: (path: string, body?: unknown, token?: string | null) => Promise<Response>;
  stop: () => Promise<void>;
}

const hooks: NonNullable<CollectionConfig['hooks']> = {
  afterChange: [pingAfterChange],
  beforeDelete: [tombstoneBeforeDelete],
  afterDelete: [pingAfterDelete],
};

/** The stamp of the real CMS, as short as these tests need it. */
const stamp: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { docs } = await req.payload.db.find<{ id: string; published?: Record<string, unknown> }>({
    collection: 'articles',
    where: { id: { equals: originalDoc?.id ?? 'none' } },
    limit: 1,
    pagination: false,
  });
  const before = docs[0]?.published ?? {};
  if (data['_status'] !== 'published') return { ...data, published: before };
  const now = new Date().toISOString();
  const firstAt = before['firstAt'] ?? now;
  return {
    ...data,
    publishedAt: data['publishedAt'] ?? firstAt,
    published: { firstAt, lastAt: now, slug: data['slug'], revision: randomUUID().slice(0, 12) },
  };
};

const named = (slug: string): CollectionConfig => ({
  slug,
  hooks,
  fields: [
    { name: 'name', type: 'text' },
    { name: 'slug', type: 'text' },
    { name: 'description', type: 'text' },
  ],
});

/** A small CMS on a throwaway SQLite file: stub collections with the contract's fields, the real publish domain. */
export async function startScratchCms(): Promise<ScratchCms> {
  process.env['PUBLISH_TOKEN'] = scratchToken;
  const folder = await mkdtemp(join(tmpdir(), 'publish-'));
  const config = buildConfig({
    secret: 'scratch-secret-scratch-secret-scratch-secret',
    db: sqliteAdapter({
      client: { url: `file:${folder}/scratch.db` },
      idType: 'uuid',
      wal: true,
      busyTimeout: 15_000,
      push: true,
    }),
    typescript: { autoGenerate: false },
    telemetry: false,
    logger: { options: { level: process.env['SCRATCH_LOG'] ?? 'silent' } },
    endpoints: publishEndpoints,
    globals: [
      {
        slug: 'publication',
        hooks: { afterChange: [pingAfterGlobalChange] },
        fields: [{ name: 'name', type: 'text' }],
      },
      {
        slug: 'front-page',
        hooks: { afterChange: [pingAfterGlobalChange] },
        fields: [{ name: 'lead', type: 'relationship', relationTo: 'articles' }],
      },
    ],
    collections: [
      {
        slug: 'articles',
        hooks: { ...hooks, beforeChange: [stamp] },
        versions: { drafts: true },
        fields: [
          { name: 'title', type: 'text' },
          { name: 'slug', type: 'text', unique: true },
          { name: 'lead', type: 'textarea' },
          { name: 'body', type: 'json' },
          { name: 'heroImage', type: 'relationship', relationTo: 'media' },
          { name: 'authors', type: 'relationship', relationTo: 'authors', hasMany: true },
          { name: 'tags', type: 'text', hasMany: true },
          { name: 'publishedAt', type: 'date' },
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
        ],
      },
      named('authors'),
      named('categories'),
      named('series'),
      named('organisations'),
      {
        slug: 'media',
        hooks,
        fields: [
          { name: 'alt', type: 'text' },
          { name: 'isPublic', type: 'checkbox' },
          { name: 'filename', type: 'text' },
          { name: 'mimeType', type: 'text' },
          { name: 'width', type: 'number' },
          { name: 'height', type: 'number' },
        ],
      },
      {
        slug: 'redirects',
        hooks,
        fields: [
          { name: 'from', type: 'text' },
          { name: 'to', type: 'text' },
        ],
      },
      Receipts,
      Tombstones,
    ],
  });
  const payload = await getPayload({ config });

  return {
    payload,
    request: (path, body, token = scratchToken) =>
      handleEndpoints({
        config,
        request: new Request(`http://cms.test/api${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            'content-type': 'application/json',
            ...(token !== null && { authorization: `Bearer ${token}` }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      }),
    stop: async () => {
      await payload.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
