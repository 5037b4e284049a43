import { markup } from '../../../content/model/markup.ts';
import type { ArchivePicture } from '../archive.ts';
import { toParagraphs } from './to-paragraphs.ts';

/** Of page builders that wrap every piece of a text: what they wrap is kept, they are not. */
const wrappers =
  /^(et_pb|vc|fusion|av|su|cs|kc|tatsu|fl|x|one_half|one_third|two_third|column|row|section)(_|$)/;

const shortcode =
  /\[(\/?)([a-z][\w-]*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|[^\s\]"']+))?|\s+"[^"]*")*)\s*(\/?)\]/gi;

/**
 * What WordPress makes HTML of before it shows it (https://codex.wordpress.org/Shortcode_API): its own shortcodes,
 * page builders', addresses alone on a line, and paragraphs that are only empty lines. `attachments`: by their ids.
 * What nobody knows is taken out and told.
 */
export function wordpressHtml(
  content: string,
  attachments: ReadonlyMap<string, ArchivePicture>,
): { html: string; leftovers: string[] } {
  const leftovers: string[] = [];
  // «[...]» and «[red. anm.]» are text. A shortcode has attributes, an end, or a name that is known.
  const closed = new Set(
    [...content.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name = '']) => name.toLowerCase()),
  );
  const captioned = content
    .replace(
      /\[(?:wp_)?caption([^\]]*)\]([\s\S]*?)\[\/(?:wp_)?caption\]/gi,
      (_, given: string, inner: string) => {
        const caption =
          attributesOf(given).get('caption') ??
          inner.replace(/^\s*(<a[^>]*>)?\s*<img[^>]*>\s*(<\/a>)?/i, '');
        const picture = /(<a[^>]*>\s*)?<img[^>]*>(\s*<\/a>)?/i.exec(inner)?.[0] ?? '';
        return `\n\n<figure>${picture}<figcaption>${caption.trim()}</figcaption></figure>\n\n`;
      },
    )
    .replace(
      /\[embed[^\]]*\]([\s\S]*?)\[\/embed\]/gi,
      (_, address: string) => `\n\n${frame(address)}\n\n`,
    )
    // A line that is an address and nothing else is shown as what it leads to.
    .replace(
      /^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gim,
      (_, address: string) => `\n\n${frame(address)}\n\n`,
    );

  const html = captioned.replace(
    shortcode,
    (whole, end: string, named: string, given: string, self: string) => {
      const name = named.toLowerCase();
      const attributes = attributesOf(given);
      const get = (key: string) => attributes.get(key) ?? '';
      const picture = (id: string) => imageOf(attachments.get(id.trim()));
      if (name === 'gallery' || name === 'vc_gallery') {
        const ids = (get('ids') || get('include') || get('images')).split(',').filter(Boolean);
        return `\n\n<figure class="gallery">${ids.map(picture).join('')}</figure>\n\n`;
      }
      if (['audio', 'video', 'youtube', 'vimeo', 'playlist', 'et_pb_video'].includes(name)) {
        if (end) return '';
        const address =
          ['src', 'mp4', 'mp3', 'm4a', 'ogg', 'webm', 'url', 'link'].map(get).find(Boolean) ??
          given.trim();
        return `\n\n${frame(address)}\n\n`;
      }
      if (name === 'et_pb_image')
        return end ? '' : imageOf({ url: get('src'), alt: get('alt'), caption: '' });
      if (name === 'vc_single_image') return picture(get('image'));
      if (/^(et_pb_button|vc_btn)$/.test(name)) {
        const address =
          get('button_url') || decodeURIComponent(/url:([^|]+)/.exec(get('link'))?.[1] ?? '');
        const words = get('button_text') || get('title');
        return end || words === '' ? '' : markup`<p><a href="${address}">${words}</a></p>`.html;
      }
      if (wrappers.test(name)) {
        const title = end ? '' : get('title');
        return `\n\n${title === '' ? '' : markup`<h3>${title}</h3>`.html}\n\n`;
      }
      if (name === 'more') return '';
      if (given.trim() === '' && self === '' && !closed.has(name)) return whole;
      if (!end) leftovers.push(whole);
      return '';
    },
  );
  return { html: toParagraphs(html), leftovers };
}

function attributesOf(given: string): Map<string, string> {
  const found = given.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g);
  return new Map(
    [...found].map(([, name = '', ...values]) => [
      name.toLowerCase(),
      values.find((each) => each !== undefined) ?? '',
    ]),
  );
}

/** Something to be shown that lies elsewhere, by its address. */
export const frame = (address: string) => markup`<iframe src="${address.trim()}"></iframe>`.html;

const imageOf = (picture: ArchivePicture | undefined): string =>
  picture === undefined || picture.url === ''
    ? ''
    : markup`<figure><img src="${picture.url}" alt="${picture.alt}"><figcaption>${picture.caption}</figcaption></figure>`
        .html;
