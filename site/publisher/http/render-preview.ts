import type { Article } from '../../../content/model/article.ts';
import type { Media, StoredFile } from '../../../content/model/documents.ts';
import { articlePath, filePath, imagePath, previewImagePath } from '../../../content/model/urls.ts';
import { joints } from '../norwegian/joints.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { withoutBody } from '../store/light-article.ts';
import { StoreQueries } from '../store/store-queries.ts';
import { toCard } from '../store/to-card.ts';
import type { Store } from '../../src/store.ts';
import type { CmsClient } from '../connect-cms.ts';
import { pagePolicy } from './page-policy.ts';
import type { Origins } from '../render/render-page.ts';

/** Renders an article's newest draft with the pages of the site. */
export async function renderPreview(options: {
  id: string;
  /** When the link was given away through which the draft is looked at. */
  sharedAt?: string | undefined;
  /** What the form holds and is not saved yet. */
  unsaved?: unknown;
  token: string;
  cms: CmsClient;
  published: DocumentStore;
  render: (request: Request, locals: App.Locals) => Promise<Response>;
  site: Origins;
}): Promise<{ html: string; policy: string }> {
  const { article, media, files } = await options.cms.draft(options.id, options);
  const slug = article.slug === '' ? 'utkast' : article.slug;
  const store = draftStore(options.published, { ...article, slug }, [...media, ...files]);
  const { site } = options;
  const response = await options.render(new Request(new URL(articlePath(slug), site.url)), {
    store,
    joints,
    site,
    preview: {
      cmsOrigin: site.cmsUrl,
      isPublished: options.published.get('article', options.id) !== undefined,
    },
  });
  if (response.status !== 200) throw new Error(`the draft rendered with status ${response.status}`);
  const html = (await response.text())
    .replaceAll(`"${imagePath('')}`, `"${previewImagePath(options.token)}`)
    .replaceAll(` ${imagePath('')}`, ` ${previewImagePath(options.token)}`)
    .replaceAll(`"${filePath('')}`, `"${previewImagePath(options.token)}`);
  const policy = pagePolicy(Buffer.from(html), articlePath(slug), site.cmsUrl);
  return { html, policy: `${policy}; frame-ancestors ${site.cmsUrl}` };
}

/** What is published, with one draft (and its pictures) laid over it. */
function draftStore(
  published: DocumentStore,
  article: Article,
  shown: readonly (Media | StoredFile)[],
): Store {
  const answers = new StoreQueries(published, () => undefined);
  const pictures = new Map(
    shown.flatMap((each) => ('decorative' in each ? [[each.id, each] as const] : [])),
  );
  const files = new Map(
    shown.flatMap((each) => ('mime' in each ? [[each.id, each] as const] : [])),
  );
  const overlay: Partial<Store> = {
    articleBySlug: (slug) => (slug === article.slug ? article : answers.articleBySlug(slug)),
    media: (id) => pictures.get(id) ?? answers.media(id),
    file: (id) => files.get(id) ?? answers.file(id),
    card: (id) => (id === article.id ? toCard(withoutBody(article), draft) : answers.card(id)),
  };
  const draft = new Proxy<Store>(answers, {
    get: (target, name) => {
      // why: names of a Store's methods; each is bound to the object that answers it.
      const method = (Reflect.get(overlay, name) ?? Reflect.get(target, name)) as (
        ...given: unknown[]
      ) => unknown;
      return method.bind(target);
    },
  });
  return draft;
}
