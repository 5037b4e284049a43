import { decoded } from '../decoded.ts';
import { markup } from '../../../content/model/markup.ts';
import type { ArchivePicture } from '../archive.ts';
import { frame, imageOf } from './html-parts.ts';
import type { Shortcode } from './shortcodes.ts';

/** Divi, WPBakery, Avada and their like wrap every piece of a text: what they wrap is kept, they are not. */
export const isBuilder = (name: string): boolean =>
  /^(et_pb|vc|fusion|av|su|cs|kc|tatsu|fl|x|one_half|one_third|two_third|column|row|section)(_|$)/.test(
    name,
  );

const headings = ['title', 'heading', 'name', 'primary_title', 'hover_title', 'h2'];
const lines = ['subhead', 'subtitle', 'position', 'job_title', 'h4', 'author', 'company_name'];
const pictures = ['image', 'image_url', 'portrait_url', 'logo_image_url', 'src', 'photo'];
const sounds = ['audio', 'mp3', 'mp4', 'webm', 'video_url', 'link'];
const isFile = /\.(jpe?g|png|webp|avif|gif)([?#].*)?$/i;
const isWeb = /^(https?:)?\/\//;

/** What a part of a page builder says by itself, in the order it is read: pictures, headings, words, figures, sound, a link. */
export function builderHtml(
  { name, get, isEnd }: Shortcode,
  pictureOf: (id: string) => ArchivePicture | undefined,
): string {
  if (isEnd) return '\n\n';
  const said = (names: readonly string[]) => names.map(get).filter(Boolean);
  const parts: string[] = [];
  const gallery = (get('gallery_ids') || get('images') || get('image_ids')).split(',');
  const shown = gallery.flatMap((id) => pictureOf(id.trim()) ?? []);
  if (shown.length > 0)
    parts.push(`<figure class="gallery">${shown.map(imageOf).join('')}</figure>`);
  for (const value of said(pictures)) {
    const known = pictureOf(value);
    if (known !== undefined) parts.push(imageOf(known));
    else if (isFile.test(value)) parts.push(imageOf({ url: value, alt: get('alt'), caption: '' }));
  }
  const heading = name === 'vc_custom_heading' ? [get('text')] : said(headings);
  const figure = get('number') || get('percent');
  if (figure !== '') parts.push(markup`<p>${[...heading, figure].join(': ')}</p>`.html);
  else for (const words of heading.filter(Boolean)) parts.push(markup`<h3>${words}</h3>`.html);
  for (const words of said(lines)) parts.push(markup`<p>${words}</p>`.html);
  const film = said(sounds).find((each) => isWeb.test(each) && !/^url:/.test(each));
  if (film !== undefined && /audio|video/.test(name)) parts.push(frame(film));
  if (name === 'et_pb_video' && get('src') !== '') parts.push(frame(get('src')));
  parts.push(buttonHtml(get));
  return `\n\n${parts.join('')}\n\n`;
}

/** WPBakery writes a link as `url:https%3A%2F%2F…|title:…`. */
function buttonHtml(get: (name: string) => string): string {
  const packed = /url:([^|]+)/.exec(get('link'))?.[1];
  const address = get('button_url') || get('button_one_url') || (packed ? decoded(packed) : '');
  const words = get('button_text') || get('button_one_text') || get('button_title');
  const label = words || (packed === undefined ? '' : get('title'));
  return label === '' || address === ''
    ? label && words && markup`<p>${label}</p>`.html
    : markup`<p><a href="${address}">${label}</a></p>`.html;
}

/** WPBakery's raw HTML: packed twice. Empty for what is none. */
export const rawHtml = (content: string): string => {
  const bytes = Buffer.from(content.replace(/<[^>]*>|\s/g, ''), 'base64').toString('utf8');
  return /^[\s\S]*(%3C|<)/i.test(bytes) ? decoded(bytes) : '';
};
