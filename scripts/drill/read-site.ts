import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { z } from 'zod';
import { articlePath, cmsEndpoints, searchFolder } from '../../content/model/urls.ts';
import { bearer } from '../../content/wire/bearer.ts';
import type { Instance } from '../instance/start-instance.ts';

const atOnce = 8;
/** Of so many pages the pictures are asked for, too. */
const pagesWithPictures = 200;

export interface SiteReading {
  articles: { right: number; all: number };
  links: { right: number; all: number };
  hasSearch: boolean;
  mails: number;
}

const changesShape = z.object({
  changes: z.array(
    z.looseObject({
      type: z.string(),
      document: z
        .object({ slug: z.string().optional(), revision: z.string().optional() })
        .optional(),
    }),
  ),
  cursor: z.string(),
  more: z.boolean(),
});

/** Reads a running system as its readers do, and compares with what its CMS says is published. */
export async function readSite(
  { cmsUrl, mailUrl, siteUrl, dataDir }: Instance,
  secrets: { publishToken: string },
): Promise<SiteReading> {
  const published = await publishedArticles(cmsUrl, secrets.publishToken);
  const pictures = new Set<string>();
  let right = 0;
  await pLimit(atOnce).map([...published], async ([path, revision]) => {
    const page = await fetch(siteUrl + path);
    const html = await page.text();
    if (page.status === 200 && html.includes(`content="${revision}"`)) right += 1;
    if (pictures.size < pagesWithPictures * 3)
      for (const [, picture = ''] of html.matchAll(/<img[^>]* src="(\/[^"]+)"/g))
        pictures.add(picture);
  });
  const others = [...pictures, '/', '/rss.xml', '/atom.xml', '/feed.json', '/sitemap.xml', '/sok/'];
  const statuses = await pLimit(atOnce).map(others, async (path) => {
    const answer = await fetch(siteUrl + path);
    await answer.arrayBuffer();
    return answer.status;
  });
  const years = readdirSync(join(dataDir, 'public', searchFolder)).filter((name) =>
    /^\d{4}$/.test(name),
  );
  const journal = z
    .object({ mails: z.array(z.unknown()) })
    .parse(await (await fetch(`${mailUrl}/_control/journal`)).json());
  return {
    articles: { right, all: published.size },
    links: { right: statuses.filter((status) => status === 200).length, all: statuses.length },
    hasSearch: published.size === 0 || years.length > 0,
    mails: journal.mails.length,
  };
}

/** Revision by path. */
async function publishedArticles(cmsUrl: string, token: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let cursor: string | null = null;
  for (let more = true; more;) {
    const answer: Response = await fetch(cmsUrl + cmsEndpoints.changes, {
      method: 'POST',
      headers: { authorization: bearer(token), 'content-type': 'application/json' },
      body: JSON.stringify({ cursor, limit: 100 }),
    });
    const read = changesShape.parse(await answer.json());
    for (const { type, document } of read.changes)
      if (type === 'article' && document?.slug !== undefined)
        found.set(articlePath(document.slug), document.revision ?? '');
    ({ cursor, more } = read);
  }
  return found;
}

/** Hashes of everything readers get, by name; what is compressed is of the same files. */
export function hashPublic(dataDir: string): Map<string, string> {
  const root = join(dataDir, 'public');
  return new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/\.(br|tmp)$/.test(name) && statSync(join(root, name)).isFile())
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(root, name)))
          .digest('hex'),
      ]),
  );
}
