import { parse } from 'csv-parse/sync';
import { emptyArchive, type Archive } from '../archive.ts';
import { readAllText, type SourceFile } from './open-files.ts';
import { readAny } from './read-times.ts';

/** Substack's export: `posts.csv`, and the text of each in `posts/<id>.<slug>.html`. */
export async function fromSubstack(
  list: SourceFile,
  pages: readonly SourceFile[],
): Promise<Archive> {
  const archive = emptyArchive('substack');
  const rows = parse(await readAllText(list), {
    columns: true,
    bom: true,
    relax_column_count: true,
  }) as Record<string, string>[]; // why: columns were asked for
  for (const row of rows) {
    const [id = '', slug = ''] = (row['post_id'] ?? '').split(/\.(.*)/s);
    const page = pages.find(({ name }) => name.split('/').at(-1)?.startsWith(`${id}.`));
    const title = row['title']?.trim() ?? '';
    // Threads and restacks have no text.
    if (id === '' || page === undefined) {
      archive.unreadable.push({ place: title || (row['post_id'] ?? ''), kind: 'html' });
      continue;
    }
    const publishedAt = readAny(row['post_date'] ?? '');
    archive.posts.push({
      ...{ key: `substack/${id}`, title, slug, isPage: row['type'] === 'page', comments: 0 },
      html: await readAllText(page),
      excerpt: row['subtitle'] ?? '',
      addresses: slug === '' ? [] : [`/p/${slug}`],
      ...{ publishedAt, modifiedAt: null },
      state:
        row['is_published'] !== 'true'
          ? 'draft'
          : /only_paid|founding/.test(row['audience'] ?? '')
            ? 'protected'
            : 'published',
      ...{ authors: [], categories: [], tags: [], hero: null },
    });
  }
  return archive;
}
