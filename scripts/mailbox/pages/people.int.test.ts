import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { aMail, openMailbox } from '../testing/open-mailbox.ts';

const read = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};

const wicked = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&`;

test('the list shows the newest first, and renews itself', async () => {
  const { resend, url } = await openMailbox();
  await resend.emails.send(aMail({ subject: 'Den første' }));
  await resend.emails.send(aMail({ subject: 'Den andre' }));
  const { html } = await read(`${url}/`);
  expect(html.indexOf('Den andre')).toBeLessThan(html.indexOf('Den første'));
  expect(html).toContain('kari@leser.example');
  expect(html).toMatch(/<meta http-equiv="refresh" content="5">/);
  expect(html).not.toContain('<script');
});

test('a search shows the mails to somebody, and stands still', async () => {
  const { resend, url } = await openMailbox();
  await resend.emails.send(aMail({ subject: 'Til Kari' }));
  await resend.emails.send(aMail({ to: 'Ola <ola@leser.example>', subject: 'Til Ola' }));
  const { html } = await read(`${url}/?to=OLA`);
  expect(html).toContain('Til Ola');
  expect(html).not.toContain('Til Kari');
  expect(html).not.toContain('http-equiv="refresh"');
  expect((await read(`${url}/?to=ingen`)).html).toContain('Ingen brev til «ingen».');
});

test('an empty mailbox says how to fill it', async () => {
  const { url } = await openMailbox();
  expect((await read(`${url}/`)).html).toContain('Ingen brev ennå.');
});

test('a mail shows its headers, its text with links, and its html in a closed frame', async () => {
  const { office, resend, url } = await openMailbox();
  await resend.emails.send({
    ...aMail(),
    headers: { 'List-Unsubscribe': '<https://kundefront.example/u?t=1>' },
    text: 'Les mer <https://kundefront.example/saker/a/?a=1&b=2> her',
  });
  const id = office.journal.mails()[0]?.id;
  const { html, headers } = await read(`${url}/mails/${id}`);
  expect(html).toContain('List-Unsubscribe');
  expect(html).toContain('&lt;https://kundefront.example/u?t=1&gt;');
  expect(html).toContain('href="https://kundefront.example/saker/a/?a=1&amp;b=2"');
  const sandbox = /<iframe[^>]+sandbox="([^"]*)"/.exec(html)?.[1]?.split(' ');
  expect(sandbox).toContain('allow-popups');
  expect(sandbox).not.toContain('allow-scripts');
  expect(sandbox).not.toContain('allow-same-origin');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the letter by itself may neither run scripts nor send forms', async () => {
  const { office, resend, url } = await openMailbox();
  await resend.emails.send({
    ...aMail(),
    html: '<!doctype html><p>Hei <a href="https://a.example/">her</a>',
  });
  const { html, headers } = await read(`${url}/mails/${office.journal.mails()[0]?.id}/html`);
  expect(html).toBe(
    '<!doctype html><base target="_top"><p>Hei <a href="https://a.example/">her</a>',
  );
  const policy = headers.get('content-security-policy');
  expect(policy).toMatch(/default-src 'none'.*form-action 'none'.*sandbox /);
  expect(policy).not.toContain('allow-scripts');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

test('nothing in a mail or an address becomes markup', async () => {
  const { office, resend, url } = await openMailbox();
  await resend.emails.send({
    ...aMail({ subject: wicked }),
    text: wicked,
    headers: { 'X-Wicked': wicked },
  });
  const id = office.journal.mails()[0]?.id;
  for (const path of ['/', `/mails/${id}`, `/?to=${encodeURIComponent(wicked)}`]) {
    const { html } = await read(url + path);
    expect(html).not.toMatch(/<script|<img|">'&/);
  }
});

test('what does not exist is 404', async () => {
  const { url } = await openMailbox();
  for (const path of ['/mails/00000000-0000-0000-0000-000000000000', '/mails/../x', '/annet']) {
    expect((await read(url + path)).status).toBe(404);
  }
});

test('the pages are valid and accessible HTML', async () => {
  const { office, resend, url } = await openMailbox();
  await resend.emails.send(aMail());
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      'no-trailing-whitespace': 'off',
      'no-implicit-button-type': 'off',
      'meta-refresh': 'off',
      'doctype-style': 'off',
    },
  });
  for (const path of ['/', `/mails/${office.journal.mails()[0]?.id}`, '/?to=x', '/nope']) {
    const report = await validator.validateString((await read(url + path)).html);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    ).toEqual([]);
  }
});
