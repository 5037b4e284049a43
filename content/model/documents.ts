import { z } from 'zod';
import { articleSchema } from './article.ts';
import { safeHref } from './blocks/rich-text.ts';

/** Everything else the CMS publishes, and the envelope in which changes travel to the site. */

const link = z.strictObject({ label: z.string(), url: safeHref });

export const authorSchema = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  role: z.string(),
  bio: z.string(),
  /** Media id. */
  photo: z.string().nullable(),
  links: z.array(link),
});

const named = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
});
export const categorySchema = named;
const seriesSchema = named;

export const organisationSchema = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  source: z.string(),
  checkedAt: z.iso.datetime().nullable(),
  interest: z.enum(['none', 'owner', 'sponsor', 'board']),
  disclosure: z.string(),
});

export const imageFormats = ['avif', 'webp', 'jpeg'] as const;
/** `full` keeps the picture's own shape; the others are cut around the focal point, `classic` to 4:3. */
export const imageCrops = ['full', 'wide', 'square', 'share', 'classic'] as const;

export const mediaSchema = z.strictObject({
  id: z.string(),
  alt: z.string(),
  decorative: z.boolean(),
  caption: z.string(),
  credit: z.string(),
  creditUrl: safeHref.nullable(),
  width: z.number().int(),
  height: z.number().int(),
  /** The whole picture in some twenty pixels, shown until its file is there. */
  placeholder: z
    .string()
    .regex(/^data:image\/webp;base64,[\w+/=]{1,800}$/)
    .nullable(),
  files: z.array(
    z.strictObject({
      crop: z.enum(imageCrops),
      format: z.enum(imageFormats),
      width: z.number().int(),
      height: z.number().int(),
      /** File name; the same in the CMS (`/api/media/file/<name>`) and on the site (`/bilder/<name>`). */
      name: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/),
    }),
  ),
});

/** A film, a sound or a document of ours, or the captions of a film (WebVTT). */
export const fileSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['film', 'sound', 'document', 'captions']),
  title: z.string(),
  credit: z.string(),
  /** What is said in it, in words. */
  transcript: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  /** In seconds, where it says so itself. */
  duration: z.number().nullable(),
  /** Of a film, in pixels. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** When it was uploaded. */
  at: z.iso.datetime(),
  /** The one there is, by its name: in the CMS (`/api/files/file/<name>`) and on the site (`/filer/<name>`). */
  files: z.tuple([z.strictObject({ name: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/) })]),
});

export const publicationSchema = z.strictObject({
  id: z.literal('publication'),
  name: z.string(),
  tagline: z.string(),
  owner: z.string(),
  orgNumber: z.string(),
  responsibleEditor: z.string(),
  address: z.string(),
  email: z.string(),
  phone: z.string(),
  socialLinks: z.array(link),
  /** A sentence shown on every page while the publication is an example; empty otherwise. */
  notice: z.string(),
});

export const frontPageSchema = z.strictObject({
  id: z.literal('front-page'),
  /** Article ids. */
  lead: z.string().nullable(),
  picked: z.array(z.string()),
});

/** An address that moved: from a path of this site to an article (followed by id) or another address. */
export const redirectSchema = z.strictObject({
  id: z.string(),
  from: z.string().startsWith('/'),
  article: z.string().nullable(),
  to: safeHref.nullable(),
});

const documentTypes = {
  article: articleSchema,
  author: authorSchema,
  category: categorySchema,
  series: seriesSchema,
  organisation: organisationSchema,
  media: mediaSchema,
  file: fileSchema,
  publication: publicationSchema,
  'front-page': frontPageSchema,
  redirect: redirectSchema,
} as const;

export type DocumentType = keyof typeof documentTypes;
export const documentTypeNames = Object.keys(documentTypes) as readonly DocumentType[]; // keys of a const object

const published = <T extends DocumentType>(type: T) =>
  z.strictObject({ type: z.literal(type), document: documentTypes[type] });

/** One published document. */
export const publishedSchema = z.discriminatedUnion('type', [
  published('article'),
  published('author'),
  published('category'),
  published('series'),
  published('organisation'),
  published('media'),
  published('file'),
  published('publication'),
  published('front-page'),
  published('redirect'),
]);

/** A document that is no longer public. `path` is the address it had, which answers 410 from here on. */
const removedSchema = z.strictObject({
  type: z.literal('removed'),
  of: z.enum(documentTypeNames),
  id: z.string(),
  path: z.string().nullable(),
});

export const changeSchema = z.discriminatedUnion('type', [
  ...publishedSchema.options,
  removedSchema,
]);

/** Answer of the changes feed. `cursor` is opaque; `more` means: ask again at once. */
export const changesSchema = z.strictObject({
  changes: z.array(changeSchema),
  cursor: z.string(),
  more: z.boolean(),
});

export type Author = z.infer<typeof authorSchema>;
export type Category = z.infer<typeof categorySchema>;
export type Series = z.infer<typeof seriesSchema>;
export type Organisation = z.infer<typeof organisationSchema>;
export type Media = z.infer<typeof mediaSchema>;
export type StoredFile = z.infer<typeof fileSchema>;
export type MediaFile = Media['files'][number];
export type Publication = z.infer<typeof publicationSchema>;
export type FrontPage = z.infer<typeof frontPageSchema>;
export type Redirect = z.infer<typeof redirectSchema>;
export type Published = z.infer<typeof publishedSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Changes = z.infer<typeof changesSchema>;
