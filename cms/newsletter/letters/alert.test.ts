import { describe, expect, test } from 'vitest';
import { renderAlert, type AlertContent } from './alert.ts';
import { renderCorrection } from './correction.ts';
import { placeholder } from './letter-parts.ts';

const anAlert = (some: Partial<AlertContent> = {}): AlertContent => ({
  sender: {
    name: 'Kundefront',
    responsibleEditor: 'Ada Nord',
    address: 'Storgata 1\n0001 Oslo',
    notice: '',
    siteUrl: 'https://kundefront.example',
  },
  kind: 'interview',
  place: '#48 | BERGEN',
  title: 'Køen er død',
  lead: 'Hun svarer før telefonen ringer.',
  url: 'https://kundefront.example/saker/koen-er-dod/',
  picture: {
    url: 'https://kundefront.example/bilder/ko.jpg',
    width: 1072,
    height: 603,
    alt: 'En kvinne ved en telefon',
    credit: 'FOTO: Per Foto',
  },
  marking: 'editorial',
  sponsor: '',
  disclosures: [],
  ...some,
});

describe('the alert mail', () => {
  test('says everything it must, in html and in text', () => {
    const { html, text, subject } = renderAlert(anAlert({ disclosures: ['Vi eies av Ring AS.'] }));
    expect(subject).toBe('Køen er død');
    for (const part of [
      'Køen er død',
      'Hun svarer før telefonen ringer.',
      'https://kundefront.example/saker/koen-er-dod/',
      'Ansvarlig redaktør: Ada Nord',
      'Storgata 1, 0001 Oslo',
      'Vi eies av Ring AS.',
      'Du får denne e-posten fordi',
      placeholder.unsubscribe,
      placeholder.preferences,
    ]) {
      expect(html).toContain(part);
      expect(text).toContain(part);
    }
    expect(html).toContain('alt="En kvinne ved en telefon"');
    expect(html).toContain('FOTO: Per Foto');
    expect(html).toContain('lang="nb"');
    expect(text).not.toMatch(/<[a-z]/);
  });

  test('cannot be broken by what an editor wrote', () => {
    const { html, subject } = renderAlert(
      anAlert({ title: '<script>alert(1)</script>\r\nBcc: x', lead: '"><img src=x onerror=1>' }),
    );
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img src=x');
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test.each(['sponsored', 'advert'] as const)(
    'marks %s content before anything else',
    (marking) => {
      const { html, text, subject } = renderAlert(anAlert({ marking, sponsor: 'Ring AS' }));
      const label = marking === 'advert' ? 'Annonse fra Ring AS' : 'Annonsørinnhold fra Ring AS';
      expect(html.indexOf(label)).toBeLessThan(html.lastIndexOf('Køen er død'));
      expect(text.startsWith(label)).toBe(true);
      expect(subject).toMatch(/^Annons/);
    },
  );

  test('stays far below the size at which Gmail cuts, even at its longest', () => {
    const endless = anAlert({
      title: '&'.repeat(3_000),
      lead: '"'.repeat(90_000),
      place: '&'.repeat(3_000),
      sponsor: '&'.repeat(3_000),
      marking: 'advert',
      disclosures: Array<string>(400).fill('"'.repeat(3_000)),
    });
    for (const { html, text, subject } of [
      renderAlert(endless),
      renderCorrection(endless, '&'.repeat(150_000)),
    ]) {
      expect(Buffer.byteLength(html)).toBeLessThan(102_000);
      expect(Buffer.byteLength(text)).toBeLessThan(102_000);
      expect(subject.length).toBeLessThan(400);
    }
  });

  test('is the same to the byte every time', () => {
    expect(renderAlert(anAlert())).toEqual(renderAlert(anAlert()));
  });
});
