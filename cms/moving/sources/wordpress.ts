import { decoded } from '../decoded.ts';
import { z } from 'zod';
import {
  emptyArchive,
  pathOf,
  type Archive,
  type ArchivePicture,
  type ArchivePost,
} from '../archive.ts';
import { text as words } from '../text.ts';
import { frame } from './html-parts.ts';
import { textOf } from './parse-html.ts';
import { readAny, readLocal, readUtc } from './read-times.ts';
import type { Row } from './wxr-reader.ts';
import { withoutShortcodes, wordpressHtml } from './wordpress-html.ts';

/** What the system keeps for itself, by the types of its posts. */
const systemTypes =
  /^(attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-\S+|elementor\S*|et_\S+|layout|jp_\S+|shop_\S+|scheduled-action|feedback|amp_\S+)$/;

const states: Partial<Record<string, ArchivePost['state']>> = {
  publish: 'published',
  future: 'scheduled',
  private: 'private',
};

/** What a WordPress export says, as an archive. Posts in the bin are left there. */
export function fromWordpress(channel: Row, system: 'wordpress' | 'squarespace'): Archive {
  const say = (row: Row, name: string) => (row.texts.get(name) ?? '').trim();
  const origin = originOf(say(channel, 'wp:base_blog_url')) ?? originOf(say(channel, 'link'));
  const host = origin === undefined ? '' : new URL(origin).host;
  const archive = emptyArchive(system);
  archive.name = say(channel, 'title');
  archive.origin = origin ?? null;
  const items = channel.rows.get('item') ?? [];
  const typeOf = (item: Row) => say(item, 'wp:post_type') || 'post';
  const metasOf = (item: Row, key: string) =>
    (item.rows.get('wp:postmeta') ?? [])
      .filter((meta) => say(meta, 'wp:meta_key') === key)
      .map((meta) => meta.texts.get('wp:meta_value') ?? '');
  const metaOf = (item: Row, key: string) => metasOf(item, key)[0] ?? '';

  const { attachments, byPost, pagesOf, shared } = readAttachments();
  const personKey = (login: string) => `${system}/${host}/person/${login}`;
  const person = (login: string, name: string, bio = '') => {
    const key = personKey(login);
    if (login !== '' && !archive.people.some((each) => each.key === key))
      archive.people.push({
        key,
        name: name || login,
        bio,
        addresses: [pathOf(`/author/${login}/`) ?? []].flat(),
      });
    return key;
  };
  for (const row of channel.rows.get('wp:author') ?? []) {
    const login = say(row, 'wp:author_login');
    const key = person(login, say(row, 'wp:author_display_name'));
    const id = say(row, 'wp:author_id');
    if (/^\d+$/.test(id))
      archive.people.find((each) => each.key === key)?.addresses.push(`/?author=${id}`);
  }
  // Co-Authors Plus keeps those who have no account as posts.
  for (const item of items.filter((each) => typeOf(each) === 'guest-author')) {
    const login = (say(item, 'wp:post_name') || metaOf(item, 'cap-user_login')).replace(
      /^cap-/,
      '',
    );
    const name = metaOf(item, 'cap-display_name').trim() || textOf(say(item, 'title'));
    const bio = textOf(metaOf(item, 'cap-description'));
    const known = archive.people.find((each) => each.key === personKey(login));
    if (known === undefined) person(login, name, bio);
    else Object.assign(known, { name, bio });
  }
  const names = { category: archive.categories, post_tag: archive.tags };
  const note = (list: Archive['tags'], name: string, address: string) => {
    const path = pathOf(address) ?? address;
    const known = list.find((each) => each.name === name);
    if (known === undefined) list.push({ name, addresses: [path] });
    else if (!known.addresses.includes(path)) known.addresses.push(path);
  };
  const terms = channel.rows.get('wp:category') ?? [];
  /** Below those that it stands under. */
  const pathOfTerm = (slug: string, depth = 0): string => {
    const row = terms.find((each) => say(each, 'wp:category_nicename') === slug);
    const parent = row === undefined ? '' : say(row, 'wp:category_parent');
    return parent === '' || depth > 5 ? slug : `${pathOfTerm(parent, depth + 1)}/${slug}`;
  };
  for (const row of terms) {
    const slug = say(row, 'wp:category_nicename');
    const name = textOf(say(row, 'wp:cat_name')) || slug;
    if (name === '') continue;
    note(archive.categories, name, `/category/${slug}/`);
    note(archive.categories, name, `/category/${pathOfTerm(slug)}/`);
    const id = say(row, 'wp:term_id');
    if (/^\d+$/.test(id)) note(archive.categories, name, `/?cat=${id}`);
  }
  for (const row of channel.rows.get('wp:tag') ?? []) {
    const slug = say(row, 'wp:tag_slug');
    const name = textOf(say(row, 'wp:tag_name')) || slug;
    if (name === '') continue;
    note(archive.tags, name, `/tag/${slug}/`);
    note(archive.tags, name, `/?tag=${slug}`);
  }

  for (const item of items) {
    const type = typeOf(item);
    const status = say(item, 'wp:status');
    if (
      systemTypes.test(type) ||
      type === 'guest-author' ||
      status === 'trash' ||
      status === 'auto-draft' ||
      status === 'inherit'
    )
      continue;
    const id = say(item, 'wp:post_id');
    const key = `${system}/${host}/post/${id || say(item, 'guid') || say(item, 'link')}`;
    const own = byPost.get(id) ?? [];
    const content = item.texts.get('content:encoded') ?? '';
    const html = wordpressHtml(content, { attachments, own, shared });
    html.html += footnotesOf(metaOf(item, 'footnotes'));
    // A podcast's sound lies beside the text.
    const sounds = [
      ...new Set(metasOf(item, 'enclosure').map((value) => value.trim().split(/\s/)[0] ?? '')),
    ];
    const frames = sounds
      .filter((each) => /^https?:/.test(each) && !html.html.includes(each))
      .map(frame);
    if (metaOf(item, '_yoast_wpseo_metadesc') + metaOf(item, 'rank_math_description') !== '')
      archive.searchTexts.push(textOf(say(item, 'title')));
    if (html.leftovers.length > 0) archive.leftovers.set(key, html.leftovers);
    const authors = [];
    const tags: string[] = [];
    const categories: string[] = [];
    for (const row of item.rows.get('category') ?? []) {
      const name = textOf(say(row, ''));
      const nicename = row.attributes.get('nicename') ?? '';
      const domain = row.attributes.get('domain') ?? 'category';
      // Co-Authors Plus writes its bylines as terms.
      if (domain === 'author') authors.push(person(nicename.replace(/^cap-/, ''), name));
      const list = names[domain as keyof typeof names] as Archive['tags'] | undefined;
      if (list === undefined || name === '') continue;
      note(list, name, `/${domain === 'category' ? 'category' : 'tag'}/${nicename}/`);
      (domain === 'category' ? categories : tags).push(name);
    }
    const creator = say(item, 'dc:creator');
    if (authors.length === 0 && creator !== '') authors.push(person(creator, creator));
    const hero = attachments.get(metaOf(item, '_thumbnail_id').trim());
    const [publishedAt, modifiedAt] = (['date', 'modified'] as const).map(
      (name) =>
        readUtc(say(item, `wp:post_${name}_gmt`)) ??
        readLocal(say(item, `wp:post_${name}`)) ??
        (name === 'date' ? readAny(say(item, 'pubDate')) : null),
    );
    const title = textOf(say(item, 'title'));
    // A type of the newsroom's own is a way to file by, too.
    if (type !== 'post' && type !== 'page') {
      archive.otherTypes.push(`${title || key} (${type})`);
      note(archive.categories, type, `/${type}/`);
      categories.push(type);
    }
    if (publishedAt === undefined || publishedAt === null)
      archive.unreadable.push({ place: title || key, kind: 'date' });
    const link = pathOf(say(item, 'link'));
    archive.posts.push({
      ...{
        key,
        title,
        html: html.html + frames.join(''),
        categories,
        tags,
        authors: [...new Set(authors)],
      },
      slug: decoded(
        say(item, 'wp:post_name').replace(/\.html?$/, '') ||
          (link?.split('/').findLast(Boolean) ?? ''),
      ),
      excerpt: textOf(withoutShortcodes(say(item, 'excerpt:encoded'))),
      addresses: [
        ...(link === undefined ? [] : [link]),
        ...metasOf(item, '_wp_old_slug').flatMap((old) => withSlug(link, old.trim())),
        ...(/^\d+$/.test(id) && system === 'wordpress'
          ? [`/?p=${id}`, ...(type === 'page' ? [`/?page_id=${id}`] : [])]
          : []),
        ...(pagesOf.get(id) ?? []),
      ],
      ...{ publishedAt: publishedAt ?? null, modifiedAt: modifiedAt ?? null },
      state: say(item, 'wp:post_password') === '' ? (states[status] ?? 'draft') : 'protected',
      isPage: type === 'page',
      hero: hero ?? null,
      comments: (item.rows.get('wp:comment') ?? []).length,
    });
  }
  archive.gone.push(...(pagesOf.get('') ?? []));
  return archive;

  function readAttachments() {
    const attachments = new Map<string, ArchivePicture>();
    const byPost = new Map<string, string[]>();
    /** Pages that show one picture each, by the post that it belongs to: they lead there; else they are gone. */
    const pagesOf = new Map<string, string[]>();
    const shared = new Map<string, string>();
    const texts = items.map((item) => item.texts.get('content:encoded') ?? '');
    for (const item of items) {
      const id = say(item, 'wp:post_id');
      if (typeOf(item) === 'wp_block') shared.set(id, item.texts.get('content:encoded') ?? '');
      if (typeOf(item) !== 'attachment') continue;
      const url = say(item, 'wp:attachment_url') || say(item, 'guid');
      const alt = metaOf(item, '_wp_attachment_image_alt').trim();
      const picture = { url, alt, caption: textOf(say(item, 'excerpt:encoded')) };
      attachments.set(id, picture);
      archive.pictures.set(url, picture);
      const parent = say(item, 'wp:post_parent').replace(/^0$/, '');
      if (parent !== '') byPost.set(parent, [...(byPost.get(parent) ?? []), id]);
      const page = pathOf(say(item, 'link'));
      // One that was uploaded by itself belongs where it is shown.
      const name = url.replace(/\.\w+$/, '');
      const shownIn = items[texts.findIndex((text) => name !== '' && text.includes(name))];
      const owner = parent || (shownIn === undefined ? '' : say(shownIn, 'wp:post_id'));
      const own = page === undefined || page === pathOf(url) ? [] : [page];
      const byId = system === 'wordpress' && /^\d+$/.test(id) ? [`/?attachment_id=${id}`] : [];
      pagesOf.set(owner, [...(pagesOf.get(owner) ?? []), ...own, ...byId]);
    }
    return { attachments, byPost, pagesOf, shared };
  }
}

/** The block editor keeps notes beside the text. */
function footnotesOf(json: string): string {
  const notes = z
    .array(z.object({ content: z.string() }))
    .catch([])
    .parse(json.trim() === '' ? [] : parseJson(json));
  if (notes.length === 0) return '';
  return `<h3>${words.notes}</h3><ol>${notes.map(({ content }) => `<li>${content}</li>`).join('')}</ol>`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no notes that anybody could read
  }
}

/** The address that a post had under an earlier name. */
function withSlug(link: string | undefined, slug: string): string[] {
  if (link === undefined || slug === '' || link.includes('?')) return [];
  const parts = link.split('/');
  const at = parts.findLastIndex(Boolean);
  return at === -1 ? [] : [parts.with(at, slug).join('/')];
}

const originOf = (address: string): string | undefined =>
  /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
