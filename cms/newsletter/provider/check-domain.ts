import { Resolver } from 'node:dns/promises';
import { text as words } from './text.ts';
import type { DomainCheck } from './domain-view.ts';

/** What is asked of the DNS. Nothing there is an empty list; no answer throws. */
export interface LookUp {
  txt: (host: string) => Promise<string[]>;
  mx: (host: string) => Promise<string[]>;
}

/** Resend sends by way of Amazon SES, with its bounces to a subdomain of the sender's (resend.com/docs/dashboard/domains). */
const provider = { selector: 'resend', bounces: 'send', network: 'amazonses.com' } as const;

/** Whether mail from a domain can be told from forged mail: DKIM (RFC 6376), SPF (RFC 7208), DMARC (RFC 7489), and its MX. */
export async function checkDomain(domain: string, lookUp = inDns()): Promise<DomainCheck[]> {
  const checks = [
    [checkDkim, 'DKIM'],
    [checkSpf, 'SPF'],
    [checkBounces, 'MX'],
    [checkDmarc, 'DMARC'],
  ] as const;
  return Promise.all(
    checks.map(([check, name]) =>
      check(domain, lookUp).catch((): DomainCheck => ({
        name,
        state: 'unknown',
        sentence: words.unknown,
        write: null,
      })),
    ),
  );
}

async function checkDkim(domain: string, { txt }: LookUp): Promise<DomainCheck> {
  const host = `${provider.selector}._domainkey.${domain}`;
  const write = { type: 'TXT', host, value: words.fromProvider };
  const keys = (await txt(host)).map((record) => tagsOf(record).get('p'));
  const [key] = keys;
  if (keys.length === 0)
    return { name: 'DKIM', state: 'missing', sentence: words.dkim.missing, write };
  if (keys.length > 1 || !key)
    return { name: 'DKIM', state: 'wrong', sentence: words.dkim.wrong, write };
  return { name: 'DKIM', state: 'good', sentence: words.dkim.good, write: null };
}

async function checkSpf(domain: string, { txt }: LookUp): Promise<DomainCheck> {
  const host = `${provider.bounces}.${domain}`;
  const include = `include:${provider.network}`;
  const found = (await txt(host)).filter((record) => /^v=spf1(\s|$)/i.test(record));
  const write = { type: 'TXT', host, value: `v=spf1 ${include} ~all` };
  const [record] = found;
  if (record === undefined)
    return { name: 'SPF', state: 'missing', sentence: words.spf.missing, write };
  if (found.length > 1) return { name: 'SPF', state: 'wrong', sentence: words.spf.several, write };
  const isOurs = record.toLowerCase().split(/\s+/).includes(include);
  return isOurs
    ? { name: 'SPF', state: 'good', sentence: words.spf.good, write: null }
    : { name: 'SPF', state: 'wrong', sentence: words.spf.others(record), write };
}

async function checkBounces(domain: string, { mx }: LookUp): Promise<DomainCheck> {
  const host = `${provider.bounces}.${domain}`;
  const found = await mx(host);
  const write = { type: 'MX', host, value: words.fromProvider };
  if (found.length === 0)
    return { name: 'MX', state: 'missing', sentence: words.mx.missing, write };
  return found.every((name) => name.toLowerCase().endsWith(`.${provider.network}`))
    ? { name: 'MX', state: 'good', sentence: words.mx.good, write: null }
    : { name: 'MX', state: 'wrong', sentence: words.mx.others(found.join(', ')), write };
}

async function checkDmarc(domain: string, { txt }: LookUp): Promise<DomainCheck> {
  const found = await findDmarc(domain, txt);
  const [record] = found;
  const host = `_dmarc.${domain}`;
  const write = { type: 'TXT', host, value: `v=DMARC1; p=none; rua=mailto:dmarc@${domain}` };
  if (record === undefined)
    return { name: 'DMARC', state: 'missing', sentence: words.dmarc.missing, write };
  if (found.length > 1)
    return { name: 'DMARC', state: 'wrong', sentence: words.dmarc.several, write };
  const policy = tagsOf(record).get('p')?.toLowerCase() ?? '';
  return policy === 'none' || policy === 'quarantine' || policy === 'reject'
    ? { name: 'DMARC', state: 'good', sentence: words.dmarc[policy], write: null }
    : { name: 'DMARC', state: 'wrong', sentence: words.dmarc.wrong(record), write };
}

/** The domain's own, or that of one above it (RFC 7489, 6.6.3). */
async function findDmarc(domain: string, txt: LookUp['txt']): Promise<string[]> {
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const found = (await txt(`_dmarc.${name}`)).filter((record) => /^v=DMARC1\b/i.test(record));
    if (found.length > 0) return found;
  }
  return [];
}

const tagsOf = (record: string): Map<string, string> =>
  new Map(
    record.split(';').flatMap((part) => {
      const at = part.indexOf('=');
      return at === -1
        ? []
        : [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const];
    }),
  );

/** Asks the machine's name servers, each for at most three seconds. */
function inDns(): LookUp {
  const resolver = new Resolver({ timeout: 3_000, tries: 1 });
  const orNothing = <T>(answer: Promise<T[]>): Promise<T[]> =>
    answer.catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTFOUND' || error.code === 'ENODATA') return [];
      throw error;
    });
  return {
    txt: async (host) =>
      (await orNothing(resolver.resolveTxt(host))).map((parts) => parts.join('').trim()),
    mx: async (host) => (await orNothing(resolver.resolveMx(host))).map(({ exchange }) => exchange),
  };
}
