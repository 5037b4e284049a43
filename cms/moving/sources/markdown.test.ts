import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { fromMarkdown } from './markdown.ts';
import { readAny } from './read-times.ts';

const fileOf = (name: string, text: string) => ({
  ...{ name, size: text.length },
  open: () => Promise.resolve(Readable.from([Buffer.from(text)])),
});
const read = (files: Record<string, string>) =>
  fromMarkdown(Object.entries(files).map(([name, text]) => fileOf(name, text)));
const only = async (text: string, name = 'sak.md') => {
  const archive = await read({ [name]: text });
  return { archive, post: archive.posts[0] };
};

test('a title and a date are enough', async () => {
  const { archive, post } = await only('---\ntitle: Minst\ndate: 2022-03-04\n---\nTekst.');
  expect(post).toMatchObject({
    ...{ title: 'Minst', slug: 'sak', state: 'published', html: '<p>Tekst.</p>' },
    publishedAt: '2022-03-03T23:00:00.000Z',
  });
  expect(archive.unreadable).toEqual([]);
});

test.each([
  ['authors:\n  - name: Per A', { authors: ['markdown/person/Per A'] }],
  ['author: { name: Per A }', { authors: ['markdown/person/Per A'] }],
  ['tags:', { tags: [] }],
  ['tags: kø, luke', { tags: ['kø', 'luke'] }],
  ['draft: "true"', { state: 'draft' }],
  ['draft: "false"', { state: 'published' }],
  ['weight: { a: [1] }\nslug: { odd: 1 }', { slug: 'sak' }],
  ['cover:\n  image: /a.jpg\n  alt: En kø', { hero: { url: '/a.jpg', alt: 'En kø', caption: '' } }],
  ['heroImage: ./a.jpg', { hero: { url: './a.jpg', alt: '', caption: '' } }],
  ['redirect_from: /gammel/', { addresses: ['/gammel/'] }],
  ['permalink: /blogg/:year/:month/:title/', { addresses: ['/blogg/2022/03/sak/'] }],
])('one field takes no other with it: %j', async (line, expected) => {
  const { post } = await only(
    `---\ntitle: Tittel\ndate: 2022-03-04T12:00:00Z\n${line}\n---\nTekst.`,
  );
  expect(post).toMatchObject({ title: 'Tittel', ...expected });
});

test('TOML is front matter, too', async () => {
  const { post } = await only(
    '+++\ntitle = "Hugo"\ndate = 2022-03-04T10:00:00Z\naliases = ["/x/"]\n[taxonomies]\ntags = ["kø"]\n+++\nTekst.',
  );
  expect(post).toMatchObject({
    ...{ title: 'Hugo', tags: ['kø'], addresses: ['/x/'], state: 'published' },
    publishedAt: '2022-03-04T10:00:00.000Z',
  });
});

test('front matter that cannot be read is told, and the text comes in', async () => {
  const { archive, post } = await only('---\ntitle: "a\nb: [\n---\n# Fra teksten\n\nTekst.');
  expect(post).toMatchObject({ title: 'Fra teksten', state: 'draft' });
  expect(archive.unreadable).toContainEqual({ place: 'sak.md', kind: 'front' });
});

describe('what only a generator reads reaches no page, and is told', () => {
  test.each([
    ['{% include x.html %}', ''],
    ['{{ site.url }}', ''],
    ['{{< youtube abc123 >}}', '<iframe src="https://www.youtube.com/watch?v=abc123"></iframe>'],
    ['{{< figure src="/a.jpg" alt="Kø" >}}', '<p><img src="/a.jpg" alt="Kø"'],
    ['Tekst.\n{: .klasse}', '<p>Tekst.</p>'],
    ['> [!NOTE]\n> Husk dette.', 'Husk dette.'],
    ['Et ==merket== ord', '<p>Et merket ord</p>'],
    ['H~2~O', '<p>H~2~O</p>'],
    ['`{{ kode }}`', '<code>{{ kode }}</code>'],
    ['https://youtu.be/abc', '<iframe src="https://youtu.be/abc"></iframe>'],
    ['Note[^1]\n\n[^1]: Kilden.', 'Noter'],
  ])('%s', async (text, expected) => {
    const { post } = await only(text);
    expect(post?.html).toContain(expected);
    expect(post?.html.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/\{[{%:]|\[!|==|Footnotes/);
  });

  test('components, modules and expressions of MDX', async () => {
    const { archive, post } = await only(
      [
        "import Boks from './Boks.astro';",
        'export const x = 1;',
        '',
        '# Tittel',
        '',
        '<Boks farge="grønn">**Fet** tekst {meta.navn}</Boks>',
        '',
        '<YouTube id="abc" />',
        '',
        '<Image src="/a.jpg" alt="En kø" />',
        '',
        '{/* merknad */}',
      ].join('\n'),
      'sak.mdx',
    );
    expect(post?.html).toContain('<strong>Fet</strong> tekst');
    expect(post?.html).toContain('https://www.youtube.com/watch?v=abc');
    expect(post?.html).toContain('<img src="/a.jpg" alt="En kø"');
    expect(post?.html).not.toMatch(/import|export|meta\.|merknad|Boks/);
    expect(archive.leftovers.get('markdown/sak')).toEqual(['{meta.navn}', '<Boks>']);
  });
});

test('links between files lead to what those become', async () => {
  const { posts } = await read({
    'a.md': '[b](./under/b.md#del) [ute](https://x.no/b.md)',
    'under/b.md': '[a](../a.md) [borte](nei.md)',
    '_index.md': 'En seksjon.',
  });
  expect(posts.map(({ html }) => html)).toEqual([
    '<p><a href="/markdown/under/b#del">b</a> <a href="https://x.no/b.md">ute</a></p>',
    '<p><a href="/markdown/a">a</a> <a href="nei.md">borte</a></p>',
  ]);
});

test('a link in another encoding, or braces without end, stop nobody', async () => {
  const { posts } = await read({ 'a.md': '[x](caf%E9.md)', 'b.md': '{'.repeat(3_000) });
  expect(posts).toHaveLength(2);
});

test.each([
  ['04.03.2022', '2022-03-03T23:00:00.000Z'],
  ['03/04/2022', '2022-04-02T22:00:00.000Z'],
  ['4. mai 2022', '2022-05-03T22:00:00.000Z'],
  ['12.03.2022 kl. 14.30', '2022-03-12T13:30:00.000Z'],
  ['2022-03-04 10:00:00 +0100', '2022-03-04T09:00:00.000Z'],
  ['Tue, 04 Mar 2022 10:00:00 +0100', '2022-03-04T09:00:00.000Z'],
  ['1646348400', '2022-03-03T23:00:00.000Z'],
  ['1969-05-05', '1969-05-04T23:00:00.000Z'],
  ['0000-00-00', null],
  ['1. mai', null],
  ['i morgen', null],
  ['', null],
])('the time «%s» is %s', (written, expected) => {
  expect(readAny(written)).toBe(expected);
});
