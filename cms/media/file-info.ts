/** What a photographer, or an agency, wrote into a file. Absent is what it does not say. */
export interface FileInfo {
  creator?: string;
  credit?: string;
  caption?: string;
  copyright?: string;
  city?: string;
  /** Day it was taken, ISO 8601. */
  takenOn?: string;
}

/** By what names XMP (Dublin Core, Photoshop, IPTC Core), IPTC-IIM and EXIF have it; the first that says something counts. */
const sources: Record<keyof FileInfo, [group: 'xmp' | 'iptc' | 'exif', tag: string][]> = {
  creator: [
    ['xmp', 'creator'],
    ['iptc', 'By-line'],
    ['exif', 'Artist'],
    ['exif', 'XPAuthor'],
  ],
  credit: [
    ['xmp', 'Credit'],
    ['iptc', 'Credit'],
  ],
  caption: [
    ['xmp', 'description'],
    ['iptc', 'Caption/Abstract'],
    ['exif', 'ImageDescription'],
  ],
  copyright: [
    ['xmp', 'rights'],
    ['iptc', 'Copyright Notice'],
    ['exif', 'Copyright'],
  ],
  city: [
    ['xmp', 'City'],
    ['iptc', 'City'],
  ],
  takenOn: [
    ['xmp', 'DateCreated'],
    ['iptc', 'Date Created'],
    ['exif', 'DateTimeOriginal'],
  ],
};

const longest = 1_000;

/** Reads them, here and in the browser. Nothing for a file that has none, or garbled ones. */
export async function readFileInfo(bytes: ArrayBuffer): Promise<FileInfo> {
  // The browser fetches it when somebody chooses a picture.
  const { default: ExifReader } = await import('exifreader');
  const tags = tagsOf(() => ExifReader.load(bytes, { expanded: true }));
  const isOldMac = Object.values(tags.iptc ?? {}).some((tag) => looksLikeOldMac(textOf(tag)));
  const info: FileInfo = {};
  for (const [name, places] of Object.entries(sources) as [
    keyof FileInfo,
    (typeof sources)[keyof FileInfo],
  ][]) {
    const found = places
      .map(([group, tag]) => textOf(tags[group]?.[tag]))
      .map((text, n) => (isOldMac && places[n]?.[0] === 'iptc' ? ofOldMac(text) : text))
      .find(Boolean);
    const value = name === 'takenOn' ? dayOf(found) : found?.slice(0, longest);
    if (value) info[name] = value;
  }
  return info;
}

type Tags = Partial<Record<'xmp' | 'iptc' | 'exif', Record<string, unknown>>>;

function tagsOf(load: () => unknown): Tags {
  try {
    return load() as Tags; // why: with `expanded` its groups are by these names
  } catch {
    return {}; // garbled, or none: then there is nothing to propose
  }
}

/** Between two who made a picture, as credits have it. */
export const between = ' / ';

/** A tag's words: of several, such as photographers, all. */
function textOf(tag: unknown): string {
  if (Array.isArray(tag)) return tag.map(textOf).filter(Boolean).join(between);
  const alternative = defaultOf(tag);
  if (alternative !== undefined) return textOf(alternative);
  const { value } = Object(tag) as { value?: unknown }; // why: any value is an object here
  if (Array.isArray(value) && value.length > 1 && value.every((each) => Object(each) === each))
    return textOf(value);
  if (typeof tag !== 'object' || tag === null || !('description' in tag)) return '';
  const text = mend(String(tag.description)).normalize('NFC').trim();
  return text === '[object Array]' ? '' : text;
}

/** Of words in several languages those for whoever has none of them, or ours (`rdf:Alt` of XMP, ISO 16684-1 § 8.2.2.4). */
function defaultOf(tag: unknown): unknown {
  const { value } = Object(tag) as { value?: unknown }; // why: any value is an object here
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const inLanguage = value.map((each: { attributes?: Record<string, unknown> }) => ({
    language: String(each.attributes?.['lang'] ?? each.attributes?.['xml:lang'] ?? ''),
    each,
  }));
  if (inLanguage.some(({ language }) => language === '')) return undefined; // several of something else
  const of = (wanted: RegExp) => inLanguage.find(({ language }) => wanted.test(language));
  return (of(/^x-default$/) ?? of(/^(?:nb|no|nn)\b/i) ?? inLanguage[0])?.each;
}

/** UTF-8 that was read byte by byte, as old fields have it, read anew. */
function mend(text: string): string {
  const codes = Array.from(text, (sign) => sign.charCodeAt(0));
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return text; // Latin-1 it was
  }
}

/** What each byte was read as. */
const latin = Array.from(
  new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, n) => n)),
);
const norwegian = (text: string) => text.match(/[æøåÆØÅ]/g)?.length ?? 0;

/**
 * «Bj¿rn¿y», «KŒre»: Photoshop on a Mac wrote its fields in MacRoman for years, and nothing says so but what becomes of
 * them. One such word tells it of the whole file.
 */
function looksLikeOldMac(text: string): boolean {
  if (!/\p{L}[¿¾]|[¿¾]\p{L}|\p{L}Œ\p{Ll}|\u0081\p{Ll}/u.test(text)) return false;
  const read = ofOldMac(text);
  // «¿Qué?» would be «øQuÈ?»: capitals within words.
  return norwegian(read) > norwegian(text) && capitals(read) <= capitals(text);
}
const capitals = (text: string) => text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;

function ofOldMac(text: string): string {
  const bytes = Array.from(text, (sign) => latin.indexOf(sign));
  if (bytes.includes(-1)) return text;
  return new TextDecoder('macintosh').decode(Uint8Array.from(bytes)).normalize('NFC');
}

/** Of `2025:03:04 10:00:00`, `20250304` and ISO 8601. */
function dayOf(text = ''): string | undefined {
  const [, year, month, day] = /^(\d{4})[:-]?(\d\d)[:-]?(\d\d)/.exec(text) ?? [];
  return year === undefined ? undefined : `${year}-${month ?? ''}-${day ?? ''}`;
}

/** A day as a date field keeps it: the same in every zone near ours. */
export const atNoon = (day: string | undefined): string | undefined =>
  day && `${day}T12:00:00.000Z`;
