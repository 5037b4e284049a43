import type { Archive, Unreadable } from '../archive.ts';
import { fromGhost } from './ghost.ts';
import { fromMarkdown } from './markdown.ts';
import { fromMedium } from './medium.ts';
import { openFiles, readAllText, readText, type SourceFile } from './open-files.ts';
import { fromSubstack } from './substack.ts';
import { fromWordpress } from './wordpress.ts';
import { WxrReader } from './wxr-reader.ts';

/** What was found at the paths: publications, pictures beside them, and files that are none of it. */
export interface Found {
  archives: Archive[];
  /** Pictures and whatever else lies there. */
  files: SourceFile[];
  /** Tables that are no part of an archive: lists of subscribers, perhaps. */
  tables: SourceFile[];
  unreadable: Unreadable[];
}

/** What exports hold beside their texts, and what says nothing of itself. */
const aside = /(^|\/)profile\/profile\.html$/;
const picture = /\.(jpe?g|png|webp|avif|heic|heif|gif|svg|tiff?)$/i;

/**
 * Reads whatever lies at the paths, and knows by its content what it is: WordPress (also in several files), Squarespace,
 * Ghost, Substack, Medium, or a folder of Markdown.
 */
export async function readArchives(paths: readonly string[]): Promise<Found> {
  const found: Found = { archives: [], files: [], tables: [], unreadable: [] };
  for (const path of paths) {
    const { files, unreadable } = await openFiles(path);
    found.files.push(...files);
    found.unreadable.push(...unreadable);
  }
  const texts = found.files.filter(({ name }) => !picture.test(name));
  const named = (pattern: RegExp) => texts.filter(({ name }) => pattern.test(name));
  const claimed = new Set<SourceFile>();
  const claim = (files: readonly SourceFile[]) => files.forEach((file) => claimed.add(file));

  const wxr: { reader: WxrReader; isSquarespace: boolean }[] = [];
  for (const file of named(/\.xml$/i)) {
    const head = await readHead(file);
    if (!/<rss\b/.test(head) || !/wordpress\.org\/export|<wp:wxr_version/.test(head)) continue;
    claim([file]);
    const reader = new WxrReader(file.name);
    for await (const piece of readText(file)) reader.write(piece);
    wxr.push({ reader, isSquarespace: /squarespace/i.test(head) });
  }
  if (wxr.length > 0) found.archives.push(...joinWxr(wxr));

  for (const file of named(/\.json$/i)) {
    const ghost = await readJson(file, found.unreadable);
    const archive = ghost === undefined ? undefined : fromGhost(ghost);
    // One that cannot be read has been told.
    if (archive !== undefined || ghost === undefined) claim([file]);
    if (archive === undefined) continue;
    found.archives.push(archive);
  }
  const pages = named(/\.html?$/i);
  const list = texts.find(({ name }) => /(^|\/)posts\.csv$/i.test(name));
  if (list !== undefined) {
    claim([list, ...pages]);
    found.archives.push(await fromSubstack(list, pages));
  } else {
    const medium: SourceFile[] = [];
    for (const file of pages) if (/class="h-entry"/.test(await readHead(file))) medium.push(file);
    claim(medium);
    if (medium.length > 0) found.archives.push(await fromMedium(medium));
  }
  const markdown = named(/\.mdx?$|\.markdown$/i).filter(
    ({ name }) => !/(^|\/)readme\.md$/i.test(name),
  );
  claim(markdown);
  if (markdown.length > 0) found.archives.push(await fromMarkdown(markdown));

  for (const file of texts)
    if (!claimed.has(file) && !aside.test(file.name) && /\.(xml|json|html?)$/i.test(file.name))
      found.unreadable.push({ place: file.name, kind: 'unknownFile' });
  found.tables = named(/\.csv$/i).filter((file) => !claimed.has(file));
  return found;
}

/** An export may be cut into several files: pictures in one are named in another. */
function joinWxr(read: { reader: WxrReader; isSquarespace: boolean }[]): Archive[] {
  const [first, ...others] = read.map(({ reader }) => reader.end());
  if (first === undefined) return [];
  for (const other of others)
    for (const [name, rows] of other.rows)
      first.rows.set(name, [...(first.rows.get(name) ?? []), ...rows]);
  const isSquarespace = read.every((each) => each.isSquarespace);
  const archive = fromWordpress(first, isSquarespace ? 'squarespace' : 'wordpress');
  archive.unreadable.push(...read.flatMap(({ reader }) => reader.unreadable));
  return [archive];
}

async function readHead(file: SourceFile): Promise<string> {
  let head = '';
  for await (const piece of readText(file)) {
    head += piece;
    if (head.length > 20_000) break;
  }
  return head;
}

async function readJson(file: SourceFile, unreadable: Unreadable[]): Promise<unknown> {
  try {
    return JSON.parse(await readAllText(file));
  } catch {
    unreadable.push({ place: file.name, kind: 'json' });
    return undefined;
  }
}
