import { Writable } from 'node:stream';
import fc from 'fast-check';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { loggerOptions } from './logger-options.ts';

let written = '';
const stream = new Writable({
  write: (chunk, _encoding, done) => {
    written = String(chunk);
    done();
  },
});
const logger = pino({ ...loggerOptions, name: 'payload' }, stream);

test('a line has its time, level by name, area, message and ids, and nothing else', () => {
  logger.warn({ area: 'newsletter', msg: 'a batch waits', batch: 7 });
  expect(written.endsWith('}\n')).toBe(true);
  const { time, ...told } = JSON.parse(written);
  expect(new Date(time).toISOString()).toBe(time);
  expect(Object.entries(told)).toEqual([
    ['level', 'warn'],
    ['area', 'newsletter'],
    ['msg', 'a batch waits'],
    ['batch', 7],
  ]);
  logger.fatal('gone');
  expect(JSON.parse(written)).toMatchObject({ level: 'fatal', area: 'cms', msg: 'gone' });
});

test('an error is told by its type, message and stack, with those of its causes', () => {
  const cause = new TypeError('no such table: subscribers');
  logger.error({
    err: Object.assign(new Error('not kept', { cause }), { query: 'x', params: [1] }),
  });
  const { err, msg } = JSON.parse(written);
  expect(msg).toBe('not kept');
  expect(Object.keys(err)).toEqual(['type', 'message', 'stack']);
  expect(err).toMatchObject({ type: 'Error', message: 'not kept ← no such table: subscribers' });
  expect(err.stack).toMatch(
    /^Error\n {4}at .*logger-options\.test\.ts[\s\S]*\nCaused by: TypeError\n {4}at /,
  );
});

const letters = fc.stringMatching(/^[a-z0-9._%+-]{1,20}$/);

test('no address and no statement is in a line, wherever it stood', () => {
  fc.assert(
    fc.property(letters, letters, (local, domain) => {
      const address = `${local}@${domain}.no`;
      const error = new Error(`Failed query: select\nparams: ${address},\n    at select,1`, {
        cause: Object.assign(new Error(address), { params: [address] }),
      });
      logger.error(
        { err: error, to: address, list: [{ note: address }], [address]: { [address]: 1 } },
        `about ${address}`,
      );
      expect(written).not.toContain('@');
      expect(written).not.toContain('select');
      expect(JSON.parse(written)).toMatchObject({ level: 'error', to: '…' });
    }),
  );
});
