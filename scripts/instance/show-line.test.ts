import { expect, test } from 'vitest';
import { logLine } from '../../content/log/log-line.ts';
import { showLine } from './show-line.ts';

const cms = { name: 'CMS', area: 'cms' };
const at = new Date(2026, 10, 29, 8, 5, 9);

test('a file gets the line itself, and of what is none a line', () => {
  const line = logLine({ level: 'warn', area: 'newsletter', msg: 'a batch waits', batch: 7 }, at);
  expect(showLine(cms, line, false)).toBe(line);
  for (const other of ['FATAL ERROR: out of memory, kari@eksempel.no', '{"half":', '{"a":1}']) {
    const told = JSON.parse(showLine(cms, other, false));
    expect(told).toMatchObject({ level: 'error', area: 'cms' });
    expect(told.msg).not.toContain('@');
  }
});

test('a person gets who says what and when, with its ids and the stack of an error', () => {
  const line = logLine({ level: 'warn', area: 'newsletter', msg: 'a batch waits', batch: 7 }, at);
  expect(showLine(cms, line, true)).toBe('08:05:09 [CMS] WARN newsletter: a batch waits batch=7');
  const ready = logLine({ level: 'info', area: 'cms', msg: '✓ Ready', urls: ['a'] }, at);
  expect(showLine(cms, ready, true)).toBe('08:05:09 [CMS] ✓ Ready urls=["a"]');
  const failed = logLine({ level: 'error', area: 'cms', msg: 'no', err: new TypeError('why') }, at);
  expect(showLine(cms, failed, true)).toMatch(
    /^08:05:09 \[CMS\] ERROR no\n {2}why\n {2}TypeError\n {6}at /,
  );
  expect(showLine(cms, 'out of memory', true)).toBe('[CMS] out of memory');
});
