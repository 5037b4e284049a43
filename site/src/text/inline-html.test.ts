import { expect, it } from 'vitest';
import { inlineHtml } from './inline-html.ts';

const context = { slugOf: (id: string) => (id === 'a' ? 'en-sak' : undefined), isPaid: false };
const words = [{ type: 'text' as const, text: 'her' }];

it('escapes text and addresses', () => {
  expect(inlineHtml([{ type: 'text', text: '<img onerror=x> & co', bold: true }], context)).toBe(
    '<strong>&lt;img onerror=x&gt; &amp; co</strong>',
  );
  expect(
    inlineHtml([{ type: 'link', href: 'https://x.example/?a="><b>', children: words }], context),
  ).toBe('<a href="https://x.example/?a=&quot;&gt;&lt;b&gt;">her</a>');
});

it('follows an article to its address, and drops the link when it is not public', () => {
  expect(inlineHtml([{ type: 'link', article: 'a', children: words }], context)).toBe(
    '<a href="/saker/en-sak/">her</a>',
  );
  expect(inlineHtml([{ type: 'link', article: 'borte', children: words }], context)).toBe('her');
});

it('marks links out of paid content, and only those', () => {
  const paid = { ...context, isPaid: true };
  const out = { type: 'link' as const, href: 'https://x.example/', children: words };
  expect(inlineHtml([out], paid)).toContain('rel="sponsored"');
  expect(inlineHtml([out], context)).not.toContain('rel=');
  expect(inlineHtml([{ ...out, href: '/om/' }], paid)).not.toContain('rel=');
});

it('makes addresses of the site absolute where that is asked for', () => {
  const far = { ...context, toAddress: (path: string) => `https://avis.example${path}` };
  expect(inlineHtml([{ type: 'link', href: '/om/', children: words }], far)).toContain(
    'href="https://avis.example/om/"',
  );
});

it('a passage in another language says so, to ears', () => {
  const nodes = [
    { type: 'text' as const, text: 'Hun sa ' },
    { type: 'text' as const, text: 'no comment', lang: 'en' as const, italic: true as const },
  ];
  expect(inlineHtml(nodes, { slugOf: () => undefined, isPaid: false })).toBe(
    'Hun sa <span lang="en"><em>no comment</em></span>',
  );
});
