import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload';
import { ownPath } from '../../../content/model/own-path.ts';
import { articlePath, articleSlug } from '../../../content/model/urls.ts';
import { readEnvironment } from '../../environment.ts';
import { linkNodesIn, withLinkFields } from '../../mapping/link-nodes.ts';
import { readReference, readText, type PayloadDocument } from '../../mapping/read-document.ts';

/**
 * Links to articles of ours, in whatever form they were pasted, lead to the article and not to its address of today.
 * So do those to the article's own screen in the admin, where no reader gets in. A place in the article is kept.
 */
export const linkById: CollectionBeforeValidateHook = async ({ data, req }) => {
  const body: unknown = data?.['body'];
  const links = linkNodesIn(body);
  const paths = links.flatMap(({ fields }) => articlePathOf(fields) ?? []);
  const screens = links.flatMap(({ fields }) => screenOf(fields) ?? []);
  if (paths.length + screens.length === 0) return data;
  const ids = await idsByPath(req, [...new Set(paths)]);
  const there = await existing(req, [...new Set(screens)]);
  const changed = withLinkFields(body, (fields) => {
    const screen = screenOf(fields);
    const id = screen ?? ids.get(articlePathOf(fields) ?? '');
    if (id === undefined || (screen !== undefined && !there.has(screen))) return fields;
    const [, fragment] = readText(fields['url']).split('#');
    const others = Object.entries(fields).filter(([name]) => name !== 'url');
    return {
      ...Object.fromEntries(others),
      linkType: 'internal',
      ...(fragment && screen === undefined && { fragment: decoded(fragment) }),
      doc: { relationTo: 'articles', value: id },
    };
  });
  return { ...data, body: changed };
};

function articlePathOf(fields: PayloadDocument): string | undefined {
  const href = readText(fields['url']);
  if (fields['linkType'] === 'internal') return undefined;
  // What follows the question mark tells who sent it round.
  const path = ownPath(href.replace(/[?#].*$/, ''), readEnvironment().siteUrl);
  return path !== undefined && articleSlug(path) !== undefined ? path : undefined;
}

/** The id of the article on whose screen in the admin a link leads. */
function screenOf(fields: PayloadDocument): string | undefined {
  if (fields['linkType'] === 'internal') return undefined;
  const path = ownPath(readText(fields['url']).replace(/[?#].*$/, ''), readEnvironment().cmsUrl);
  return /^\/admin\/collections\/articles\/([\da-f-]{24,36})\//.exec(path ?? '')?.[1];
}

/** As the article's own anchors are written; what cannot be decoded leads nowhere. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return '';
  }
}

/** Articles by their address: today's, or one they had. */
async function idsByPath(
  req: PayloadRequest,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const { db } = req.payload;
  const pagination = false;
  const slugs = paths.map((path) => articleSlug(path) ?? '');
  const [articles, redirects] = await Promise.all([
    db.find({ collection: 'articles', where: { slug: { in: slugs } }, pagination, req }),
    db.find({ collection: 'redirects', where: { from: { in: paths } }, pagination, req }),
  ]);
  const ids = new Map<string, string>();
  const moved = await existing(
    req,
    (redirects.docs as unknown as PayloadDocument[]).flatMap(
      (row) => readReference(row['article']) ?? [],
    ),
  );
  for (const row of redirects.docs as unknown as PayloadDocument[])
    if (moved.has(readReference(row['article']) ?? ''))
      keep(ids, readText(row['from']), row['article']);
  for (const row of articles.docs as unknown as PayloadDocument[])
    keep(ids, articlePath(readText(row['slug'])), row['id']);
  return ids;
}

/** Of articles, those that are there: a redirect may outlive its own. */
async function existing(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { docs } = await req.payload.db.find<{ id: string }>({
    ...{ collection: 'articles', where: { id: { in: ids } }, select: {}, pagination: false, req },
  });
  return new Set(docs.map(({ id }) => String(id)));
}

function keep(ids: Map<string, string>, path: string, reference: unknown): void {
  const id = readReference(reference);
  if (id !== null) ids.set(path, id);
}
