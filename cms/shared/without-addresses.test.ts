import { Writable } from 'node:stream';
import fc from 'fast-check';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { loggerOptions } from './logger-options.ts';
import { withoutAddresses } from './without-addresses.ts';

test.each([
  ['Could not send to Kari.Nord+a@eksempel.no.', 'Could not send to …'],
  ['bad address <kari@eksempel.no>, sorry', 'bad address <…>, sorry'],
  ['/subscribe?email=kari%40eksempel.no', '…'],
  [
    'at run (/app/node_modules/@payloadcms/x.js:1:2)',
    'at run (/app/node_modules/@payloadcms/x.js:1:2)',
  ],
  [
    'Failed query: insert\nparams: kari,hemmelig\n    at run (x.js:1:2)',
    'Failed query\n    at run (x.js:1:2)',
  ],
])('%j', (text, expected) => {
  expect(withoutAddresses(text)).toBe(expected);
});

const letters = fc.stringMatching(/^[a-z0-9._%+-]{1,20}$/);

test('no address is in a line of the log, wherever it stood', () => {
  let written = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written = String(chunk);
      done();
    },
  });
  const logger = pino(loggerOptions, stream);
  fc.assert(
    fc.property(letters, letters, (local, domain) => {
      const address = `${local}@${domain}.no`;
      const error = new Error(`Failed query: select\nparams: ${address},1`, {
        cause: Object.assign(new Error(address), { params: [address] }),
      });
      logger.error({ err: error, to: address, list: [{ address }] }, `about ${address}`);
      expect(written).not.toContain('@');
      expect(written).not.toContain('select');
      expect(JSON.parse(written)).toMatchObject({ level: 50, to: '…' });
    }),
  );
});
