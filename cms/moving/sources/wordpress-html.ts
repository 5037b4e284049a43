import type { ArchivePicture } from '../archive.ts';
import { frame, imageOf } from './html-parts.ts';
import { builderHtml, isBuilder, rawHtml } from './page-builders.ts';
import { attributesOf, replaceShortcodes, type Shortcode } from './shortcodes.ts';
import { toParagraphs } from './to-paragraphs.ts';

/** What a text names beyond itself. */
export interface Known {
  /** Pictures by their ids. */
  attachments: ReadonlyMap<string, ArchivePicture>;
  /** Ids of those that were uploaded with this post, in their order: a gallery that names none shows them. */
  own: readonly string[];
  /** Texts that several posts share, by their ids. */
  shared: ReadonlyMap<string, string>;
}

const films = new Set([
  ...['audio', 'video', 'youtube', 'vimeo', 'playlist', 'tweet', 'twitter', 'soundcloud'],
  ...['dailymotion', 'ted', 'spotify', 'instagram', 'facebook', 'wpvideo'],
]);
const galleries = new Set(['gallery', 'vc_gallery', 'vc_images_carousel', 'tiled_gallery']);
const isKnown = (name: string) =>
  films.has(name) || galleries.has(name) || isBuilder(name) || /^(more|caption)$/.test(name);

/**
 * What WordPress makes HTML of before it shows it (https://codex.wordpress.org/Shortcode_API): its own shortcodes and blocks,
 * page builders', addresses alone on a line, and paragraphs that are only empty lines. What nobody knows is taken out and told.
 */
export function wordpressHtml(
  content: string,
  known: Known,
): { html: string; leftovers: string[] } {
  const leftovers: string[] = [];
  const prepared = withCaptions(withBlocks(content, known, leftovers));
  const html = replaceShortcodes(prepared, isKnown, (shortcode) => {
    const { name, isEnd, whole, get } = shortcode;
    if (galleries.has(name)) return isEnd ? '' : galleryHtml(shortcode, known);
    if (films.has(name)) return isEnd ? '' : filmHtml(shortcode);
    if (name === 'vc_single_image')
      return isEnd ? '' : imagesOf([known.attachments.get(get('image'))]);
    if (isBuilder(name)) return builderHtml(shortcode, (id) => known.attachments.get(id));
    if (name === 'more' || isEnd) return '';
    leftovers.push(whole);
    return '';
  });
  return { html: toParagraphs(html), leftovers };
}

/** Words alone, as they are shown in lists: what a shortcode would show is not. */
export const withoutShortcodes = (text: string): string =>
  replaceShortcodes(text, isKnown, () => ' ');

const imagesOf = (pictures: readonly (ArchivePicture | undefined)[]): string =>
  pictures.map((each) => (each === undefined ? '' : imageOf(each))).join('');

function galleryHtml({ get }: Shortcode, { attachments, own }: Known): string {
  const listed = (name: string) =>
    get(name)
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean);
  const named = [...listed('ids'), ...listed('include'), ...listed('images')];
  const left = new Set(listed('exclude'));
  const ids = (named.length > 0 ? named : own).filter((id) => !left.has(id));
  return `\n\n<figure class="gallery">${imagesOf(ids.map((id) => attachments.get(id)))}</figure>\n\n`;
}

const filmOf: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  tweet: (id) => `https://twitter.com/i/status/${id}`,
};

/** `[youtube=https://…]`, `[vimeo 123]`, `[audio mp3="…"]`. */
function filmHtml({ name, given, get }: Shortcode): string {
  const address = ['src', 'mp4', 'mp3', 'm4a', 'ogg', 'webm', 'url', 'link'].map(get).find(Boolean);
  const bare = given.replace(/^[=\s"']+|["'\s]+$/g, '').replaceAll('&amp;', '&');
  const first = bare.split(/\s/)[0] ?? '';
  const byId = get('id') || (/^[\w-]+$/.test(first) ? first : '');
  const whole = address ?? (/^https?:/.test(first) ? first : byId && filmOf[name]?.(byId));
  return `\n\n${frame(whole || bare)}\n\n`;
}

/** Of the block editor: texts that several posts share, pictures in styles, and blocks that only its server could show. */
function withBlocks(content: string, { shared }: Known, leftovers: string[]): string {
  return content
    .replace(
      /<!--\s*wp:block\s+(\{(?:(?!-->|<!--)[\s\S])*?\})\s*\/?-->/g,
      (whole: string, json: string) =>
        shared.get(/"ref":\s*"?(\d+)/.exec(json)?.[1] ?? '') ?? whole,
    )
    .replace(
      /<!--\s*wp:([\w/-]+)\s*(\{(?:(?!-->|<!--)[\s\S])*?\})?\s*\/-->/g,
      (whole: string, name: string, json = '') => {
        if (!silentBlocks.test(name)) leftovers.push(wordsOfBlock(name, json));
        return '';
      },
    )
    .replace(/<div\b[^<>]*>/g, (tag) => {
      const picture =
        /\bwp-block-cover\b/.test(tag) && /background-image:\s*url\(['"]?([^'")]+)/.exec(tag);
      return picture ? `<figure><img src="${picture[1] ?? ''}" alt=""></figure>${tag}` : tag;
    })
    .replace(
      /\[vc_raw_html[^\][]*\]([^\][]*)\[\/vc_raw_html\]/g,
      (_, packed: string) => `\n\n${rawHtml(packed)}\n\n`,
    );
}

/** What lays out a page, or lists what the site has, says nothing of its own. */
const silentBlocks =
  /^(?:core\/)?(spacer|separator|more|nextpage|navigation|page-list|latest-\w+|archives|categories|tag-cloud|search|calendar|loginout|rss|social-link|template-part|pattern|query\S*|post-\S+|comments?\S*|site-\S+|avatar|footnotes|read-more|home-link)$/;

function wordsOfBlock(name: string, json: string): string {
  const words = [...json.matchAll(/":\s*"((?:[^"\\]|\\.)*)"/g)].map(([, value = '']) => value);
  return `${name}: ${words.filter((each) => /\s/.test(each)).join(' · ') || json}`.slice(0, 300);
}

/** Captions and embeds, and lines that are an address and nothing else, which WordPress shows as what it leads to. */
const withCaptions = (content: string): string =>
  content
    .replace(
      /\[(?:wp_)?caption([^\][]{0,2000})\]((?:(?!\[(?:wp_)?caption)[\s\S]){0,20000}?)\[\/(?:wp_)?caption\]/gi,
      (_, given: string, inner: string) => {
        const caption =
          attributesOf(given).get('caption') ??
          inner.replace(/^\s*(<a[^>]*>)?\s*<img[^>]*>\s*(<\/a>)?/i, '');
        const picture = /(<a[^>]*>\s*)?<img[^>]*>(\s*<\/a>)?/i.exec(inner)?.[0] ?? '';
        return `\n\n<figure>${picture}<figcaption>${caption.trim()}</figcaption></figure>\n\n`;
      },
    )
    .replace(
      /\[embed[^\][]{0,2000}\]([^[]{0,2000}?)\[\/embed\]/gi,
      (_, address: string) => `\n\n${frame(address)}\n\n`,
    )
    .replace(
      /^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gim,
      (_, address: string) => `\n\n${frame(address)}\n\n`,
    );
