import { z } from 'zod';
import { articleSchema, type Article } from '../../content/model/article.ts';
import {
  changesSchema,
  fileSchema,
  mediaSchema,
  type Changes,
  type Media,
  type StoredFile,
} from '../../content/model/documents.ts';
import type { Rendered } from '../../content/wire/receipt.ts';
import { bearer } from '../../content/wire/bearer.ts';
import { cmsEndpoints } from '../../content/model/urls.ts';

/** The CMS as the publisher sees it. All calls throw when it does not answer or answers wrongly. */
export interface CmsClient {
  changes(cursor: string | null): Promise<Changes>;
  /**
   * With what is `unsaved` in the form laid over it. Throws `LinkEnded` when the link that was given away at `sharedAt`
   * is dead.
   */
  draft(
    articleId: string,
    asked?: { sharedAt?: string | undefined; unsaved?: unknown },
  ): Promise<{ article: Article; media: Media[]; files: StoredFile[] }>;
  /** The bytes of a picture, a film, a sound, a document. */
  upload(name: string): Promise<Buffer>;
  report(receipts: Rendered[]): Promise<void>;
  /** For how long `holder` alone may write into the target, in ms; undefined when another may. */
  takeTargetRight(holder: string): Promise<number | undefined>;
}

/** A link to a draft that opens nothing any more. */
export class LinkEnded extends Error {
  override name = 'LinkEnded';
}

const draftSchema = z.object({
  article: articleSchema,
  media: z.array(mediaSchema),
  files: z.array(fileSchema),
});

const rightSchema = z.object({ lasts: z.number().nullable() });

/** `from`: where this publisher is reached, when the CMS is on another machine. */
export function connectCms(
  cmsUrl: string,
  publishToken: string,
  { from }: { from?: string | undefined } = {},
): CmsClient {
  const call = async (path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(new URL(path, `${cmsUrl}/`), {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: bearer(publishToken), 'content-type': 'application/json' },
      signal: AbortSignal.timeout(30_000),
    });
    if (response.status === 410) throw new LinkEnded(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response;
  };
  return {
    changes: async (cursor) =>
      changesSchema.parse(
        await (await call(cmsEndpoints.changes, { cursor, limit: 100, from })).json(),
      ),
    draft: async (id, { sharedAt, unsaved } = {}) =>
      draftSchema.parse(await (await call(cmsEndpoints.draft(id, sharedAt), unsaved)).json()),
    upload: async (name) =>
      Buffer.from(await (await call(cmsEndpoints.upload(name))).arrayBuffer()),
    report: async (receipts) => {
      await (await call(cmsEndpoints.rendered, { receipts })).body?.cancel();
    },
    takeTargetRight: async (holder) =>
      rightSchema.parse(await (await call(cmsEndpoints.targetRight, { holder })).json()).lasts ??
      undefined,
  };
}
