import { emptyArchive, pathOf, type Archive, type ArchivePost } from '../archive.ts';
import { textOf } from './parse-html.ts';
import { readAny, readLocal, readUtc } from './read-times.ts';
import type { Row } from './wxr-reader.ts';
import { frame, wordpressHtml } from './wordpress-html.ts';

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

  /** Pages that show one picture each, by the post that it belongs to: they lead there. */
  const pagesOf = new Map<string, string[]>();
  const attachments = new Map<string, { url: string; alt: string; caption: string }>();
  for (const item of items.filter((each) => typeOf(each) === 'attachment')) {
    const url = say(item, 'wp:attachment_url') || say(item, 'guid');
    const alt = metaOf(item, '_wp_attachment_image_alt').trim();
    const picture = { url, alt, caption: textOf(say(item, 'excerpt:encoded')) };
    attachments.set(say(item, 'wp:post_id'), picture);
    archive.pictures.set(url, picture);
    const page = pathOf(say(item, 'link'));
    const parent = say(item, 'wp:post_parent');
    if (page !== undefined && page !== pathOf(url))
      pagesOf.set(parent, [...(pagesOf.get(parent) ?? []), page]);
  }

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
  for (const row of channel.rows.get('wp:author') ?? [])
    person(say(row, 'wp:author_login'), say(row, 'wp:author_display_name'));
  const names = { category: archive.categories, post_tag: archive.tags };
  const note = (list: Archive['tags'], name: string, address: string) => {
    const path = pathOf(address) ?? address;
    const known = list.find((each) => each.name === name);
    if (known === undefined) list.push({ name, addresses: [path] });
    else if (!known.addresses.includes(path)) known.addresses.push(path);
  };
  for (const row of channel.rows.get('wp:category') ?? [])
    if (say(row, 'wp:cat_name') !== '')
      note(
        archive.categories,
        textOf(say(row, 'wp:cat_name')),
        `/category/${say(row, 'wp:category_nicename')}/`,
      );

  for (const item of items) {
    const type = typeOf(item);
    const status = say(item, 'wp:status');
    if (
      systemTypes.test(type) ||
      status === 'trash' ||
      status === 'auto-draft' ||
      status === 'inherit'
    )
      continue;
    const id = say(item, 'wp:post_id');
    const key = `${system}/${host}/post/${id || say(item, 'guid') || say(item, 'link')}`;
    const html = wordpressHtml(item.texts.get('content:encoded') ?? '', attachments);
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
      slug:
        say(item, 'wp:post_name').replace(/\.html?$/, '') ||
        (link?.split('/').findLast(Boolean) ?? ''),
      excerpt: textOf(say(item, 'excerpt:encoded')),
      addresses: [
        ...(link === undefined ? [] : [link]),
        ...(/^\d+$/.test(id) && system === 'wordpress' ? [`/?p=${id}`] : []),
        ...(pagesOf.get(id) ?? []),
      ],
      ...{ publishedAt: publishedAt ?? null, modifiedAt: modifiedAt ?? null },
      state: say(item, 'wp:post_password') === '' ? (states[status] ?? 'draft') : 'protected',
      isPage: type === 'page',
      hero: hero ?? null,
      comments: (item.rows.get('wp:comment') ?? []).length,
    });
  }
  return archive;
}

const originOf = (address: string): string | undefined =>
  /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
