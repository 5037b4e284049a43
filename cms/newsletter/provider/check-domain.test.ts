import { expect, test } from 'vitest';
import { checkDomain, type LookUp } from './check-domain.ts';

const whole = {
  'resend._domainkey.avis.no': ['p=MIGfMA0GCSq'],
  'send.avis.no': ['v=spf1 include:amazonses.com ~all'],
  '_dmarc.avis.no': ['v=DMARC1; p=reject; rua=mailto:dmarc@avis.no'],
  'mx send.avis.no': ['feedback-smtp.eu-west-1.amazonses.com'],
};
type Records = Record<string, string[]>;
const dns = (records: Records): LookUp => ({
  txt: (host) => Promise.resolve(records[host] ?? []),
  mx: (host) => Promise.resolve(records[`mx ${host}`] ?? []),
});
const check = async (change: Records, domain = 'avis.no') => {
  const checks = await checkDomain(domain, dns({ ...whole, ...change }));
  return Object.fromEntries(checks.map((each) => [each.name, each]));
};

test('a domain with all of it is well, and has nothing to write', async () => {
  const checks = await checkDomain('avis.no', dns(whole));
  expect(checks.map(({ name, state, write }) => [name, state, write])).toEqual([
    ['DKIM', 'good', null],
    ['SPF', 'good', null],
    ['MX', 'good', null],
    ['DMARC', 'good', null],
  ]);
});

test('one without anything is told what to write where', async () => {
  const checks = await checkDomain('ny.no', dns(whole));
  expect(checks.map(({ state }) => state)).toEqual(Array(4).fill('missing'));
  expect(checks.map(({ write }) => `${String(write?.type)} ${String(write?.host)}`)).toEqual([
    'TXT resend._domainkey.ny.no',
    'TXT send.ny.no',
    'MX send.ny.no',
    'TXT _dmarc.ny.no',
  ]);
  expect(checks[1]?.write?.value).toBe('v=spf1 include:amazonses.com ~all');
});

test.each<[string, Records, string, string]>([
  ['a key that was withdrawn', { 'resend._domainkey.avis.no': ['v=DKIM1; p='] }, 'DKIM', 'wrong'],
  ['two of SPF', { 'send.avis.no': ['v=spf1 -all', 'v=spf1 ~all'] }, 'SPF', 'wrong'],
  ['SPF of others', { 'send.avis.no': ['v=spf1 include:mail.no -all'] }, 'SPF', 'wrong'],
  ['other texts beside SPF', { 'send.avis.no': ['x', ...whole['send.avis.no']] }, 'SPF', 'good'],
  ['an MX of others', { 'mx send.avis.no': ['mx.mail.no'] }, 'MX', 'wrong'],
  [
    'a DMARC that wants nothing',
    { '_dmarc.avis.no': ['v=DMARC1; rua=mailto:a@b.no'] },
    'DMARC',
    'wrong',
  ],
  [
    'two of DMARC',
    { '_dmarc.avis.no': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] },
    'DMARC',
    'wrong',
  ],
])('%s', async (_, change, name, state) => {
  expect((await check(change))[name]?.state).toBe(state);
});

test('a subdomain stands under the DMARC of the domain above it', async () => {
  expect((await check({}, 'brev.avis.no'))['DMARC']?.state).toBe('good');
});

test('no answer is no verdict, and keeps the others from none', async () => {
  const lookUp = { ...dns(whole), mx: () => Promise.reject(new Error('ETIMEOUT')) };
  const checks = await checkDomain('avis.no', lookUp);
  expect(checks.map(({ state }) => state)).toEqual(['good', 'good', 'unknown', 'good']);
});
