import { expect, test } from 'vitest';
import { withUsedStyles } from './used-styles.ts';

const page = (css: string, body: string) =>
  `<head><style>${css}</style></head><body>${body}</body>`;

test.each([
  ['a.astro-aaaaaaaa{color:red}a.astro-bbbbbbbb{color:blue}', 'a.astro-aaaaaaaa{color:red}'],
  ['p{margin:0}.astro-bbbbbbbb p{margin:1px}', 'p{margin:0}'],
  ['a.astro-aaaaaaaa,a.astro-bbbbbbbb{color:red;margin:0}', 'a.astro-aaaaaaaa{color:red;margin:0}'],
  [
    '@media print{a.astro-bbbbbbbb{color:red}}@media (width >= 48rem){a.astro-aaaaaaaa{top:0}}',
    '@media (width >= 48rem){a.astro-aaaaaaaa{top:0}}',
  ],
  ['@layer reset, base;@layer base{p{top:0}}', '@layer reset, base;@layer base{p{top:0}}'],
  ['@layer x{a.astro-bbbbbbbb{top:0}}', '@layer x{}'],
  ['@font-face{font-family:A;src:url(a.woff2)}', '@font-face{font-family:A;src:url(a.woff2)}'],
  [
    '.astro-aaaaaaaa :is(.x,.y.astro-bbbbbbbb){top:0}.astro-aaaaaaaa[data-a=","]{top:1px}',
    '.astro-aaaaaaaa[data-a=","]{top:1px}',
  ],
  ["p::before{content:'«' / '';a:b}", "p::before{content:'«' / '';a:b}"],
])('%s', (css, used) => {
  const body = '<p class="astro-aaaaaaaa">Tekst</p>';
  expect(withUsedStyles(page(css, body))).toBe(page(used, body));
  // And once more, as for the next page of its kind.
  expect(withUsedStyles(page(css, body))).toBe(page(used, body));
});
