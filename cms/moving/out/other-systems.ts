import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Article } from '../../../content/model/article.ts';
import { escapeHtml } from '../../../content/model/markup.ts';
import { toSlug } from '../../../content/model/slug.ts';
import { articlePath, imagePath } from '../../../content/model/urls.ts';
import { markdownHtml } from '../sources/markdown-html.ts';
import { bodyMarkdown, type Named } from './article-markdown.ts';

interface Told {
  article: Article;
  isOut: boolean;
}

/**
 * The articles as WordPress (WXR 1.2, https://wordpress.org/documentation/article/tools-export-screen/) and Ghost
 * (https://docs.ghost.org/migration/custom) read them, one at a time. They have no words for boxes: those are plain HTML.
 * Read back by our own readers in the tests; not tried in those systems.
 */
export class OtherSystems {
  readonly #named: Named;
  readonly #siteUrl: string;
  readonly #wordpress: WriteStream;
  readonly #ghost: WriteStream;
  /** Ids of names and people, numbered as both systems want them. */
  readonly #numbers = new Map<string, number>();
  readonly #tags = new Map<string, { id: number; name: string; slug: string }>();
  readonly #people = new Map<string, { id: number; name: string; slug: string }>();
  readonly #links: { tags: object[]; authors: object[] } = { tags: [], authors: [] };
  #count = 0;

  constructor(
    { wordpress, ghost }: { wordpress: string; ghost: string },
    { named, siteUrl, title }: { named: Named; siteUrl: string; title: string },
  ) {
    this.#named = named;
    this.#siteUrl = siteUrl;
    this.#wordpress = createWriteStream(wordpress);
    this.#ghost = createWriteStream(ghost);
    this.#wordpress.write(
      `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">\n<channel>\n${element('title', title)}${element('link', siteUrl)}<language>nb-NO</language><wp:wxr_version>1.2</wp:wxr_version>${element('wp:base_site_url', siteUrl)}${element('wp:base_blog_url', siteUrl)}\n`,
    );
    const settings = [
      { key: 'title', value: title },
      { key: 'url', value: siteUrl },
    ];
    this.#ghost.write(
      `{"db":[{"meta":{"exported_on":${String(Date.now())},"version":"5.0.0"},"data":{"settings":${JSON.stringify(settings)},"posts":[`,
    );
  }

  async add({ article, isOut }: Told): Promise<void> {
    const html = await this.#htmlOf(article);
    await write(this.#wordpress, this.#item(article, html, isOut));
    const post = JSON.stringify(this.#post(article, html, isOut));
    await write(this.#ghost, this.#count === 1 ? post : `,${post}`);
  }

  async end(): Promise<void> {
    const people = [...this.#people.values()];
    for (const { id, name, slug } of people)
      this.#wordpress.write(
        `<wp:author><wp:author_id>${String(id)}</wp:author_id>${element('wp:author_login', slug)}${element('wp:author_display_name', name)}</wp:author>\n`,
      );
    this.#wordpress.end('</channel>\n</rss>\n');
    const { tags, authors } = this.#links;
    const rest = {
      tags: [...this.#tags.values()],
      users: people,
      posts_tags: tags,
      posts_authors: authors,
    };
    this.#ghost.end(`],${JSON.stringify(rest).slice(1)}}]}\n`);
    await Promise.all([once(this.#wordpress, 'finish'), once(this.#ghost, 'finish')]);
  }

  async #htmlOf(article: Article): Promise<string> {
    const { html } = await markdownHtml(bodyMarkdown(article, this.#named));
    return html
      .replaceAll('../media/', `${this.#siteUrl}${imagePath('')}`)
      .replace(/(href=")(\/(?!\/))/g, `$1${this.#siteUrl}$2`);
  }

  #numberOf(key: string): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }

  #namesOf({ category, tags }: Article): string[] {
    const first = category === null ? [] : [this.#named.name(category) ?? []].flat();
    return [...first, ...tags];
  }

  #item(article: Article, html: string, isOut: boolean): string {
    const { id, title, slug, lead, publishedAt, modifiedAt, authors, tags, category } = article;
    const hero = article.hero === null ? undefined : this.#named.picture(article.hero);
    const number = String(this.#numberOf(id));
    const section = category === null ? undefined : this.#named.name(category);
    const term = (domain: string, name: string) =>
      `<category domain="${domain}" nicename="${escapeHtml(slugOf(name))}">${cdata(name)}</category>`;
    const picture = hero && this.#numberOf(`media/${hero.file}`);
    return [
      ...(hero && picture !== undefined ? [this.#attachment(hero, picture)] : []),
      '<item>',
      element('title', title),
      element('link', `${this.#siteUrl}${articlePath(slug)}`),
      `<pubDate>${new Date(publishedAt).toUTCString()}</pubDate>`,
      ...authors.flatMap((author) => {
        const name = this.#named.name(author);
        if (name === undefined) return [];
        this.#person(author, name);
        return [element('dc:creator', slugOf(name))];
      }),
      element('content:encoded', html),
      element('excerpt:encoded', lead),
      `<wp:post_id>${number}</wp:post_id>`,
      `<wp:post_date_gmt>${sqlTime(publishedAt)}</wp:post_date_gmt><wp:post_modified_gmt>${sqlTime(modifiedAt)}</wp:post_modified_gmt>`,
      element('wp:post_name', slug),
      `<wp:status>${isOut ? 'publish' : 'draft'}</wp:status><wp:post_type>post</wp:post_type>`,
      ...(section === undefined ? [] : [term('category', section)]),
      ...tags.map((tag) => term('post_tag', tag)),
      ...(picture === undefined
        ? []
        : [
            `<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>${String(picture)}</wp:meta_value></wp:postmeta>`,
          ]),
      '</item>\n',
    ].join('');
  }

  #attachment(
    { file, alt, caption, credit }: NonNullable<ReturnType<Named['picture']>>,
    id: number,
  ): string {
    return `<item>${element('title', file)}${element('excerpt:encoded', captionOf({ caption, credit }))}<wp:post_id>${String(id)}</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>${element('wp:attachment_url', `${this.#siteUrl}${imagePath(file)}`)}<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>${element('wp:meta_value', alt)}</wp:postmeta></item>\n`;
  }

  #person(key: string, name: string) {
    const known = this.#people.get(key);
    if (known !== undefined) return known;
    const person = { id: this.#numberOf(`person/${key}`), name, slug: slugOf(name) };
    this.#people.set(key, person);
    return person;
  }

  #post(article: Article, html: string, isOut: boolean): object {
    this.#count += 1;
    const id = this.#numberOf(article.id);
    const hero = article.hero === null ? undefined : this.#named.picture(article.hero);
    for (const [order, name] of this.#namesOf(article).entries()) {
      const tag = this.#tags.get(name) ?? {
        ...{ id: this.#numberOf(`tag/${name}`), name, slug: slugOf(name) },
      };
      this.#tags.set(name, tag);
      this.#links.tags.push({ post_id: id, tag_id: tag.id, sort_order: order });
    }
    for (const [order, key] of article.authors.entries()) {
      const name = this.#named.name(key);
      if (name === undefined) continue;
      this.#links.authors.push({
        ...{ post_id: id, author_id: this.#person(key, name).id, sort_order: order },
      });
    }
    return {
      ...{ id, title: article.title, slug: article.slug, html, type: 'post', visibility: 'public' },
      ...{ status: isOut ? 'published' : 'draft', custom_excerpt: article.lead },
      ...{ published_at: article.publishedAt, updated_at: article.modifiedAt },
      ...(hero && {
        ...{
          feature_image: `${this.#siteUrl}${imagePath(hero.file)}`,
          feature_image_alt: hero.alt,
        },
        feature_image_caption: captionOf(hero),
      }),
    };
  }
}

async function write(file: WriteStream, text: string): Promise<void> {
  if (!file.write(text)) await once(file, 'drain');
}

/** A credit has no field of its own there; it stands where old systems have it. */
const captionOf = ({ caption, credit }: { caption: string; credit: string }): string =>
  [caption, credit && `FOTO: ${credit}`].filter(Boolean).join(' ');

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const element = (name: string, text: string) => `<${name}>${cdata(text)}</${name}>`;
const sqlTime = (iso: string) => iso.slice(0, 19).replace('T', ' ');
const slugOf = (name: string) => toSlug(name) || 'uten-navn';
