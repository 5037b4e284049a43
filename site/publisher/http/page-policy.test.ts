import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { searchPath } from '../../../content/model/urls.ts';
import { pagePolicy } from './page-policy.ts';

const policyOf = (html: string, path = '/saker/x/') =>
  pagePolicy(Buffer.from(html), path, 'https://cms.example');
const sha = (code: string) => `'sha256-${hash('sha256', code, 'base64')}'`;

test('the very code of the page is allowed, and nothing else inline', () => {
  const policy = policyOf(
    '<style>p{color:red}</style><script type="module">å()</script><script src="/_assets/a.js"></script>',
  );
  expect(policy).toContain(`style-src 'self' ${sha('p{color:red}')};`);
  expect(policy).toContain(`script-src 'self' ${sha('å()')};`);
  expect(policy).not.toContain('unsafe-inline');
});

test('the same code twice is one hash; data blocks are none', () => {
  const policy = policyOf(
    '<style>a{}</style><style>a{}</style><script type="application/ld+json">{}</script>',
  );
  expect(policy).toContain(`style-src 'self' ${sha('a{}')};`);
  expect(policy).toContain("script-src 'self';");
});

test('an element that is never closed ends the search', () => {
  expect(policyOf('<style>a{}')).toContain("style-src 'self';");
});

test('WebAssembly only where the search runs', () => {
  expect(policyOf('', searchPath)).toContain("'wasm-unsafe-eval'");
  expect(policyOf('')).not.toContain('wasm');
});
