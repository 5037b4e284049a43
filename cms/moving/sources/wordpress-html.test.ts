import { describe, expect, test } from 'vitest';
import { readArchiveHtml } from '../texts/read-archive-html.ts';
import { wordpressHtml } from './wordpress-html.ts';

const picture = (url: string, alt = '') => ({ url, alt, caption: '' });
const known = {
  attachments: new Map([
    ['7', picture('/sju.jpg', 'Sju')],
    ['8', picture('/atte.jpg')],
    ['9', picture('/ni.jpg')],
  ]),
  own: ['7', '9'],
  shared: new Map([['900', '<!-- wp:paragraph --><p>Delt tekst.</p><!-- /wp:paragraph -->']]),
};
const read = (content: string) => {
  const { html, leftovers } = wordpressHtml(content, known);
  const shown = readArchiveHtml(html).blocks.map((block) => {
    if ('runs' in block)
      return block.runs
        .map((run) =>
          run === 'break' ? '/' : run.text + (run.href === null ? '' : `<${run.href}>`),
        )
        .join('');
    if (block.type === 'picture') return block.url;
    if (block.type === 'gallery') return block.pictures.map(({ url }) => url).join('+');
    return block.type === 'embed' ? block.address : block.type;
  });
  return { shown, leftovers };
};

describe('what stands in brackets and is text', () => {
  test.each([
    '– Vi tok [den nye] båten. «Det [at vi taper] er [min utheving] leit».',
    'Hun sa at [Ap sentralt] visste det [sic].',
    'Han så [red. anm.] på [...] henne.',
    'En [lenke](som i Markdown) og [1] note.',
  ])('%s', (text) => {
    expect(read(text)).toEqual({ shown: [text], leftovers: [] });
  });
  test('a shortcode that a text names', () => {
    expect(read('Skriv [[gallery]] der bildene skal stå.').shown).toEqual([
      'Skriv [gallery] der bildene skal stå.',
    ]);
  });
});

describe('films, sound and pictures', () => {
  test.each([
    [
      '[youtube=http://www.youtube.com/watch?v=abc&amp;w=320]',
      'http://www.youtube.com/watch?v=abc&w=320',
    ],
    ['[youtube https://youtu.be/abc]', 'https://youtu.be/abc'],
    ['[youtube id="abc"]', 'https://www.youtube.com/watch?v=abc'],
    ['[vimeo 76979871]', 'https://vimeo.com/76979871'],
    ['[vimeo https://vimeo.com/76979871]', 'https://vimeo.com/76979871'],
    ['[audio https://a.no/x.mp3]', 'https://a.no/x.mp3'],
    ['[audio mp3="https://a.no/x.mp3"][/audio]', 'https://a.no/x.mp3'],
    ['[tweet https://twitter.com/a/status/1]', 'https://twitter.com/a/status/1'],
    ['[soundcloud url="https://soundcloud.com/a/b" params="x"]', 'https://soundcloud.com/a/b'],
    ['[gallery ids="8,9,77"]', '/atte.jpg+/ni.jpg'],
    ['[gallery]', '/sju.jpg+/ni.jpg'],
    ['[gallery exclude="9"]', '/sju.jpg'],
    ['[vc_single_image image="7"]', '/sju.jpg'],
    [
      '[et_pb_gallery gallery_ids="7,8" _builder_version="4"][/et_pb_gallery]',
      '/sju.jpg+/atte.jpg',
    ],
    ['[et_pb_image src="https://a.no/x.jpg" alt="X"][/et_pb_image]', 'https://a.no/x.jpg'],
    ['[et_pb_video src="https://youtu.be/abc"][/et_pb_video]', 'https://youtu.be/abc'],
    ['[et_pb_audio audio="https://a.no/x.mp3" title=""][/et_pb_audio]', 'https://a.no/x.mp3'],
    ['[vc_video link="https://vimeo.com/1"]', 'https://vimeo.com/1'],
  ])('%s', (content, expected) => {
    expect(read(content)).toEqual({ shown: [expected], leftovers: [] });
  });
});

describe('what page builders keep in attributes', () => {
  test.each([
    [
      '[et_pb_blurb title="Rask" image="https://a.no/x.png"]Svar på ett døgn.[/et_pb_blurb]',
      ['https://a.no/x.png', 'Rask', 'Svar på ett døgn.'],
    ],
    [
      '[et_pb_testimonial author="Kari Moe" job_title="leder" portrait_url="https://a.no/k.jpg"]Fint.[/et_pb_testimonial]',
      ['https://a.no/k.jpg', 'leder', 'Kari Moe', 'Fint.'],
    ],
    [
      '[et_pb_team_member name="Ola" position="Vakt"]Han er der.[/et_pb_team_member]',
      ['Ola', 'Vakt', 'Han er der.'],
    ],
    [
      '[et_pb_number_counter title="Fornøyde" number="87"][/et_pb_number_counter]',
      ['Fornøyde: 87'],
    ],
    ['[et_pb_counter percent="50"]Halvparten[/et_pb_counter]', ['50', 'Halvparten']],
    [
      '[et_pb_button button_text="Bestill %22nå%22" button_url="https://a.no/?a=1&amp;b=2"][/et_pb_button]',
      ['Bestill "nå"<https://a.no/?a=1&b=2>'],
    ],
    [
      '[et_pb_fullwidth_header title="Stor" subhead="Under"][/et_pb_fullwidth_header]',
      ['Stor', 'Under'],
    ],
    ['[vc_custom_heading text="En tittel"]', ['En tittel']],
    ['[vc_cta h2="Kom" h4="i dag"]Tekst.[/vc_cta]', ['Kom', 'i dag', 'Tekst.']],
    [
      '[vc_btn title="Les mer" link="url:https%3A%2F%2Fa.no%2Fx|title:x"]',
      ['Les mer<https://a.no/x>'],
    ],
    ['[vc_raw_html]JTNDcCUzRUhlaSUyMSUzQyUyRnAlM0U=[/vc_raw_html]', ['Hei!']],
  ])('%s', (content, expected) => {
    const { shown, leftovers } = read(content);
    expect(shown.filter((each) => each !== 'Les mer')).toEqual(expected);
    expect(leftovers).toEqual([]);
  });
});

describe('blocks', () => {
  test('a text that several posts share', () => {
    expect(read('<!-- wp:block {"ref":900} /-->').shown).toEqual(['Delt tekst.']);
  });
  test('one that only its server could show is told, with its words', () => {
    const { shown, leftovers } = read(
      '<!-- wp:acf/fakta {"data":{"tekst":"Dette er en faktatekst."}} /--><!-- wp:spacer /-->',
    );
    expect(shown).toEqual([]);
    expect(leftovers).toEqual(['acf/fakta: Dette er en faktatekst.']);
  });
  test('the picture behind an old cover', () => {
    expect(
      read(
        '<!-- wp:cover --><div class="wp-block-cover has-background-dim" style="background-image:url(https://a.no/c.jpg)"><p>Over bildet.</p></div><!-- /wp:cover -->',
      ).shown,
    ).toEqual(['https://a.no/c.jpg', 'Over bildet.']);
  });
});

test('a text that never ends its codes is read in its time', () => {
  for (const [start, piece] of [
    ['[et_pb_section', ' attr="v"'],
    ['[a', ' x=y'],
    ['', '<div wp-block-cover '],
    ['', '[caption '],
    ['', '[caption id="1"]'],
    ['', '[embed '],
    ['', '<!-- wp:x {'],
    ['x', '<!-- x'],
    ['', '<pre '],
    ['', '<script>'],
    ['', '[vc_raw_html '],
  ] as const)
    expect(wordpressHtml(start + piece.repeat(20_000) + ' «[', known).html.length).toBeGreaterThan(
      0,
    );
});
