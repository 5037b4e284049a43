import { createWriteStream, type WriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { stringify as toCsv } from 'csv-stringify/sync';
import type { Payload } from 'payload';
import { z } from 'zod';
import { articlePath, gonePath } from '../../../content/model/urls.ts';
import { readEnvironment } from '../../environment.ts';
import { loadPublication } from '../../mapping/load-article.ts';
import { bringHere, mediaFolder } from '../../media/store/media-store.ts';
import {
  readGroup,
  readReference,
  readText,
  type PayloadDocument,
} from '../../mapping/read-document.ts';
import { toArticle, toDraftArticle } from '../../mapping/to-article.ts';
import { toMedia } from '../../mapping/to-media.ts';
import { text } from '../text.ts';
import { articleMarkdown, type Named } from './article-markdown.ts';
import { filesOf } from '../../media/store/files-of.ts';
import { OtherSystems } from './other-systems.ts';
import { ownFormat } from './own-format.ts';
import { peopleFiles } from './people-files.ts';
import { kept, keptGlobals, newestDrafts, rowsOf, type Kept } from './rows.ts';

export const moveOutSchema = z.object({
  folder: z.string().min(1),
  withPeople: z.boolean().default(false),
});
export type MoveOut = z.infer<typeof moveOutSchema>;

/** How many of what were written. */
export interface MovedOut {
  counts: Partial<Record<Kept | 'stored' | 'people', number>>;
  /** Pictures whose files are not there, and articles that Markdown could not be made of. */
  missing: string[];
}

/**
 * Writes everything that the publication is made of into a folder, in open formats: rows as JSON lines, articles as
 * Markdown beside them, pictures as they are, and with `withPeople` who subscribes, works here and got what. The folder
 * must be empty or hold an earlier export, which is replaced.
 */
export async function moveOut(
  payload: Payload,
  { folder, withPeople }: MoveOut,
  tell: (done: number) => void,
): Promise<MovedOut> {
  await prepareFolder(folder);
  const moved: MovedOut = { counts: {}, missing: [] };
  const rows = new Map<Kept, PayloadDocument[]>();
  for (const collection of kept) {
    const all = [];
    const file = createWriteStream(join(folder, 'data', `${collection}.jsonl`));
    for await (const row of rowsOf(payload, collection)) {
      await writeLine(file, row);
      all.push(collection === 'articles' ? withoutBody(row) : row);
    }
    file.end();
    await once(file, 'finish');
    rows.set(collection, all);
    moved.counts[collection] = all.length;
  }
  for (const slug of keptGlobals)
    await writeFile(
      join(folder, 'data', `${slug}.json`),
      JSON.stringify(await payload.db.findGlobal({ slug }), null, 2),
    );
  await writeDrafts(payload, folder, rows.get('articles') ?? []);
  await copyFiles(payload, { folder, moved }, [
    ...(rows.get('media') ?? []),
    ...(rows.get('files') ?? []),
  ]);
  await writeMarkdown(payload, folder, rows, moved, tell);
  await writeRedirects(folder, rows);
  if (withPeople) moved.counts.people = await writePeople(payload, folder);
  await writeFile(join(folder, 'README.md'), text.out.readme(withPeople));
  // Last: a folder without it is no whole export.
  const { name } = readGroup(await payload.db.findGlobal({ slug: 'publication' }));
  await writeFile(
    join(folder, ownFormat.file),
    JSON.stringify({ ...ownFormat.mark, name: readText(name), counts: moved.counts }, null, 2),
  );
  return moved;
}

/** Nothing that is not an export's is touched. */
async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const there = await readdir(folder);
  const own = [
    'data',
    'articles',
    'media',
    'people',
    'README.md',
    'redirects.csv',
    '_redirects',
    'redirects.conf',
    'wordpress.xml',
    'ghost.json',
    ownFormat.file,
  ];
  const strange = there.find((name) => !own.includes(name));
  if (strange !== undefined) throw new Error(text.out.notEmpty(folder, strange));
  await rm(join(folder, ownFormat.file), { force: true });
  for (const name of ['data', 'articles', 'media', 'people'])
    await rm(join(folder, name), { recursive: true, force: true });
  for (const name of ['data', 'articles', 'media'])
    await mkdir(join(folder, name), { recursive: true });
}

async function writeLine(file: WriteStream, value: object): Promise<void> {
  if (!file.write(`${JSON.stringify(value)}\n`)) await once(file, 'drain');
}

/** Long texts are read again when they are written. */
const withoutBody = ({ body: _body, ...row }: PayloadDocument): PayloadDocument => row;

async function writeDrafts(
  payload: Payload,
  folder: string,
  articles: readonly PayloadDocument[],
): Promise<void> {
  const file = createWriteStream(join(folder, 'data', 'drafts.jsonl'));
  const out = new Map(articles.map((row) => [String(row['id']), readText(row['updatedAt'])]));
  const ids = [...out.keys()];
  for (let at = 0; at < ids.length; at += 100)
    for (const [id, row] of await newestDrafts(payload, ids.slice(at, at + 100)))
      if (readText(row['updatedAt']) !== out.get(id)) await writeLine(file, row);
  file.end();
  await once(file, 'finish');
}

async function copyFiles(
  payload: Payload,
  { folder, moved }: { folder: string; moved: MovedOut },
  media: readonly PayloadDocument[],
): Promise<void> {
  const names = media.flatMap((row) => filesOf(row));
  for (const name of names) {
    if (await bringHere(payload, name))
      await copyFile(join(mediaFolder(), name), join(folder, 'media', name));
    else moved.missing.push(name);
  }
  moved.counts.stored = names.length;
}

async function writeMarkdown(
  payload: Payload,
  folder: string,
  rows: ReadonlyMap<Kept, PayloadDocument[]>,
  moved: MovedOut,
  tell: (done: number) => void,
): Promise<void> {
  const named = namesIn(rows);
  const publication = await loadPublication(payload);
  const others = new OtherSystems(
    { wordpress: join(folder, 'wordpress.xml'), ghost: join(folder, 'ghost.json') },
    { named, siteUrl: readEnvironment().siteUrl, title: publication.name },
  );
  let done = 0;
  for await (const row of rowsOf(payload, 'articles')) {
    const isOut = row['_status'] === 'published';
    const name = readText(row['slug']) || String(row['id']);
    try {
      const article = isOut ? toArticle(row) : toDraftArticle(row);
      await writeFile(
        join(folder, 'articles', `${name}.md`),
        articleMarkdown(article, named, isOut),
      );
      await others.add({ article, isOut });
    } catch {
      moved.missing.push(`${name}.md`); // an unfinished draft: it is in the JSON
    }
    tell((done += 1));
  }
  await others.end();
}

function namesIn(rows: ReadonlyMap<Kept, PayloadDocument[]>): Named {
  const byId = new Map([...rows.values()].flat().map((row) => [String(row['id']), row]));
  const get = (id: string) => byId.get(id);
  return {
    name: (id) => readText(get(id)?.['name']) || readText(get(id)?.['title']) || undefined,
    address: (id) =>
      get(id)?.['slug'] === undefined ? undefined : articlePath(readText(get(id)?.['slug'])),
    picture: (id) => {
      const row = get(id);
      if (row === undefined) return undefined;
      const { alt, caption, credit } = toMedia(row);
      return { file: readText(row['filename']), alt, caption: caption ?? '', credit };
    },
  };
}

/** Old addresses, as a table and in the words of two kinds of servers. */
async function writeRedirects(
  folder: string,
  rows: ReadonlyMap<Kept, PayloadDocument[]>,
): Promise<void> {
  const slugs = new Map(
    (rows.get('articles') ?? []).map((row) => [String(row['id']), readText(row['slug'])]),
  );
  const lines = (rows.get('redirects') ?? []).map((row) => {
    const slug = slugs.get(readReference(row['article']) ?? '');
    return [readText(row['from']), slug === undefined ? readText(row['to']) : articlePath(slug)];
  });
  await writeFile(join(folder, 'redirects.csv'), toCsv([['from', 'to'], ...lines]));
  await writeFile(
    join(folder, '_redirects'),
    lines
      .map(([from = '', to = '']) => [from.replace(/[?&]/g, ' '), to] as const)
      .map(([from, to]) => (to === '' ? `${from} ${gonePath} 410\n` : `${from} ${to} 301\n`))
      .join(''),
  );
  const quoted = (value: string) => `"${value.replace(/["\\$]/g, '\\$&')}"`;
  const led = lines.filter(([, to]) => to !== '');
  const rules = led.map(([from = '', to = '']) => `${quoted(from)} ${quoted(to)};\n`);
  await writeFile(
    join(folder, 'redirects.conf'),
    `# nginx: map $request_uri $moved { include redirects.conf; }\n${rules.join('')}`,
  );
}

/** Who it is about may read them, and nobody else on the machine. */
async function writePeople(payload: Payload, folder: string): Promise<number> {
  await mkdir(join(folder, 'people'), { mode: 0o700 });
  let count = 0;
  for (const { name, lines } of peopleFiles(payload)) {
    const file = createWriteStream(join(folder, 'people', name), { mode: 0o600 });
    for await (const line of lines) {
      if (!file.write(line)) await once(file, 'drain');
      count += 1;
    }
    file.end();
    await once(file, 'finish');
  }
  return count;
}
