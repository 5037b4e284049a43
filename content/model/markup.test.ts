import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, markup } from './markup.ts';

test('what is put in is escaped, what is markup is not', () => {
  const inner = markup`<b>${'<i>'}</b>`;
  expect(markup`<p title="${'"x"'}">${inner}${[inner, inner]}</p>`.html).toBe(
    '<p title="&quot;x&quot;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b><b>&lt;i&gt;</b></p>',
  );
});

test('no text can open a tag or leave an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
  );
});
