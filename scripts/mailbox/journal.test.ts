import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Journal, type Entry } from './journal.ts';

function aFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'kundefront-journal-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return join(directory, 'mailbox/journal.jsonl');
}

const anEntry = (id: string): Entry => ({
  at: '2026-11-23T12:00:00.000Z',
  request: 1,
  endpoint: '/emails',
  idempotencyKey: 'key',
  bodyHash: 'a',
  bodyJsonHash: 'b',
  status: 200,
  answer: { id },
  mails: [
    {
      id,
      at: '2026-11-23T12:00:00.000Z',
      request: 1,
      idempotencyKey: 'key',
      suppressedTo: [],
      from: 'redaksjonen@kundefront.example',
      to: ['kari@leser.example'],
      cc: [],
      bcc: [],
      replyTo: [],
      subject: 'Ny sak: «blåbær»',
      html: '',
      text: 'To\nlinjer',
      headers: {},
      tags: [],
      attachments: [],
    },
  ],
});

test('what was appended is there when it is opened again', () => {
  const file = aFile();
  const journal = new Journal(file);
  journal.append(anEntry('one'));
  journal.append(anEntry('two'));
  journal.close();
  expect(new Journal(file).entries).toEqual([anEntry('one'), anEntry('two')]);
});

test('a half-written last line is cut off, wherever it broke, and writing goes on behind it', () => {
  const line = JSON.stringify(anEntry('half'));
  for (const length of [1, 20, line.length - 1, line.length]) {
    const file = aFile();
    new Journal(file).append(anEntry('one'));
    appendFileSync(file, line.slice(0, length));
    const journal = new Journal(file);
    expect(journal.mails().map(({ id }) => id)).toEqual(['one']);
    journal.append(anEntry('two'));
    expect(new Journal(file).mails().map(({ id }) => id)).toEqual(['one', 'two']);
  }
});

test('a damaged line before the last is an error with its number, and nothing is changed', () => {
  const file = aFile();
  const journal = new Journal(file);
  journal.append(anEntry('one'));
  journal.append(anEntry('two'));
  const damaged = readFileSync(file, 'utf8').replace('"id":"one"', '"id":');
  writeFileSync(file, damaged);
  expect(() => new Journal(file)).toThrow(/linje 1/);
  expect(readFileSync(file, 'utf8')).toBe(damaged);
});

test('a closed journal takes nothing', () => {
  const journal = new Journal(aFile());
  journal.close();
  expect(() => journal.append(anEntry('late'))).toThrow();
});
