import { emptyArchive, pathOf, type Archive } from '../archive.ts';
import { readAllText, type SourceFile } from './open-files.ts';
import { parseBody } from './parse-html.ts';
import { readAny } from './read-times.ts';

/** Medium's export: a page for each story, in microformats (`h-entry`, https://microformats.org/wiki/h-entry). */
export async function fromMedium(pages: readonly SourceFile[]): Promise<Archive> {
  const archive = emptyArchive('medium');
  for (const page of pages) {
    const body = parseBody(await readAllText(page));
    const content = body.querySelector('.e-content');
    if (content === null) {
      archive.unreadable.push({ place: page.name, kind: 'html' });
      continue;
    }
    const say = (selector: string) =>
      body.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    const title = say('.p-name');
    const address = body.querySelector('.p-canonical, .u-url')?.getAttribute('href') ?? '';
    const name =
      page.name
        .split('/')
        .at(-1)
        ?.replace(/\.html?$/, '') ?? '';
    const key = /-?([\da-f]{8,})$/.exec(pathOf(address) ?? name)?.[1] ?? name;
    // What it begins with is the title and the subtitle once more.
    for (const repeated of content.querySelectorAll(
      '.graf--title, .graf--subtitle, .section-divider',
    ))
      repeated.remove();
    // Its headings begin at the third level.
    const author = say('.p-author');
    const person = `medium/person/${author}`;
    if (author !== '' && !archive.people.some((each) => each.key === person))
      archive.people.push({ key: person, name: author, bio: '', addresses: [] });
    const at = body.querySelector('time.dt-published')?.getAttribute('datetime') ?? '';
    const isDraft = /^draft/i.test(name) || at === '';
    archive.posts.push({
      ...{
        key: `medium/post/${key}`,
        title,
        html: content.innerHTML.replace(/<(\/?)h3\b/g, '<$1h2').replace(/<(\/?)h4\b/g, '<$1h3'),
      },
      slug: (pathOf(address)?.split('/').at(-1) ?? '').replace(/-[\da-f]{8,}$/, ''),
      excerpt: say('.p-summary'),
      addresses: [pathOf(address) ?? []].flat(),
      ...{ publishedAt: readAny(at), modifiedAt: null, isPage: false, comments: 0 },
      state: isDraft ? 'draft' : 'published',
      authors: author === '' ? [] : [person],
      categories: [],
      tags: [...body.querySelectorAll('.p-category, .p-tags a')].map((each) =>
        each.textContent.trim(),
      ),
      hero: null,
    });
  }
  archive.tags = [...new Set(archive.posts.flatMap(({ tags }) => tags))].map((name) => ({
    name,
    addresses: [],
  }));
  return archive;
}
