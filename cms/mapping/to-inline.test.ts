import { describe, expect, test } from 'vitest';
import { aBody, link, paragraph, webLink, words } from '../testing/make-lexical.ts';
import { toBlocks } from './to-blocks.ts';

const convert = (...nodes: Record<string, unknown>[]) => toBlocks(aBody(...nodes));
const plain = (text: string) => ({ type: 'text', text });

describe('links', () => {
  const target = (node: Record<string, unknown>) => {
    const [first] = convert(paragraph(node));
    return first?.type === 'paragraph' ? first.children[0] : undefined;
  };

  test.each([
    'https://nrk.no/a?b=c#d',
    'http://example.com',
    'mailto:a@b.no',
    'tel:+4722334455',
    '/om/',
    '#kilder',
    'HTTPS://NRK.NO',
  ])('%s is kept', (url) => {
    expect(target(webLink(url, words('lenke')))).toEqual({
      type: 'link',
      href: url,
      children: [plain('lenke')],
    });
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://',
    'https://a b',
    '',
    null,
    undefined,
    7,
    {},
  ])('%j loses the link and keeps the text', (url) => {
    expect(target(webLink(url, words('lenke')))).toEqual(plain('lenke'));
  });

  test('an address that begins with www. gets its scheme', () => {
    expect(target(webLink('www.nrk.no', words('x')))).toMatchObject({ href: 'https://www.nrk.no' });
  });

  test.each([
    [{ relationTo: 'articles', value: 'a1' }, 'a1'],
    [{ relationTo: 'articles', value: { id: 'a1', title: 'x' } }, 'a1'],
  ])('an internal link follows the article by id (%j)', (doc, article) => {
    expect(target(link({ linkType: 'internal', doc }, words('x')))).toEqual({
      type: 'link',
      article,
      children: [plain('x')],
    });
  });

  test.each([null, undefined, { relationTo: 'users', value: 'u1' }, { relationTo: 'articles' }])(
    'an internal link to %j loses the link',
    (doc) => {
      expect(target(link({ linkType: 'internal', doc }, words('x')))).toEqual(plain('x'));
    },
  );

  test('text that lost its link joins its neighbours', () => {
    expect(convert(paragraph(words('a'), webLink('x:y', words('b')), words('c')))).toEqual([
      { type: 'paragraph', children: [plain('abc')] },
    ]);
  });

  test('an automatic link is a link, and one without words is none', () => {
    expect(
      convert(
        paragraph(
          { ...webLink('https://a.no', words('a.no')), type: 'autolink' },
          webLink('https://b.no'),
        ),
      ),
    ).toEqual([
      {
        type: 'paragraph',
        children: [{ type: 'link', href: 'https://a.no', children: [plain('a.no')] }],
      },
    ]);
  });
});

test('the language of a passage is kept, one that nobody chose from the list is not, and none is joined with another', () => {
  const said = (text: string, lang?: string) => ({ ...words(text), ...(lang && { $: { lang } }) });
  const [first] = convert(
    paragraph(said('Han sa '), said('no ', 'en'), said('comment', 'en'), said(' ja', 'xx')),
  );
  expect(first).toEqual({
    type: 'paragraph',
    children: [plain('Han sa '), { ...plain('no comment'), lang: 'en' }, plain(' ja')],
  });
});
