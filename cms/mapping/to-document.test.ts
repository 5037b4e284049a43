import { expect, test } from 'vitest';
import {
  toAuthor,
  toFrontPage,
  toNamed,
  toOrganisation,
  toPublication,
  toRedirect,
} from './to-document.ts';
import { toMedia } from './to-media.ts';

test('an author, with unsafe links left out', () => {
  const links = [
    { label: 'Nett', url: 'https://kari.no' },
    { label: '', url: 'mailto:kari@kari.no' },
    { label: 'x', url: 'javascript:alert(1)' },
  ];
  expect(toAuthor({ id: 'p1', slug: 'kari', name: 'Kari', photo: { id: 'm1' }, links })).toEqual({
    id: 'p1',
    slug: 'kari',
    name: 'Kari',
    role: '',
    bio: '',
    photo: 'm1',
    links: [
      { label: 'Nett', url: 'https://kari.no' },
      { label: 'mailto:kari@kari.no', url: 'mailto:kari@kari.no' },
    ],
  });
});

test('a category needs a name and a slug that is one', () => {
  expect(toNamed({ id: 'c1', slug: 'chat', name: 'Chat' })).toMatchObject({ description: '' });
  expect(() => toNamed({ id: 'c1', slug: 'chat' })).toThrow('name');
  expect(() => toNamed({ id: 'c1', slug: 'a/b', name: 'Chat' })).toThrow('slug');
});

test('an organisation without an interest says so', () => {
  const organisation = toOrganisation({ id: 'o1', slug: 'nav', name: 'Nav', checkedAt: 'nei' });
  expect(organisation).toMatchObject({ interest: 'none', checkedAt: null, disclosure: '' });
});

test('globals get their fixed ids', () => {
  expect(toPublication({ id: 1, name: 'Kundefront' })).toMatchObject({
    id: 'publication',
    name: 'Kundefront',
    socialLinks: [],
  });
  expect(toFrontPage({ id: 1, lead: { id: 'a1' }, picked: ['a2', null] })).toEqual({
    id: 'front-page',
    lead: 'a1',
    picked: ['a2'],
  });
});

test('a redirect leads to an article by id or to a safe address, else it is refused', () => {
  expect(toRedirect({ id: 'r1', from: '/gammel/', article: 'a1', to: '/x/' })).toEqual({
    id: 'r1',
    from: '/gammel/',
    article: 'a1',
    to: null,
  });
  expect(toRedirect({ id: 'r1', from: '/gammel/', to: '/om/' })).toMatchObject({ to: '/om/' });
  expect(() => toRedirect({ id: 'r1', from: '/gammel/', to: 'javascript:x' })).toThrow('to');
  expect(toRedirect({ id: 'r1', from: '/gammel/', article: null, to: null })).toMatchObject({
    article: null,
    to: null,
  });
  expect(() => toRedirect({ id: 'r1', from: 'gammel', to: '/om/' })).toThrow();
});

const aPicture = (fields: Record<string, unknown> = {}) => ({
  id: 'm1',
  alt: 'En kø',
  credit: 'Ola',
  filename: 'ko.jpg',
  mimeType: 'image/jpeg',
  width: 2400,
  height: 1600,
  sizes: {
    full960avif: { filename: 'ko-960.avif', mimeType: 'image/avif', width: 960, height: 640 },
    wide640webp: { filename: 'ko-wide.webp', mimeType: 'image/webp', width: 640, height: 360 },
    share: { filename: 'ko-share.jpg', mimeType: 'image/jpeg', width: 1200, height: 630 },
    square320avif: { filename: null, mimeType: null, width: null, height: null },
    unknown: { filename: 'ko-x.jpg', mimeType: 'image/jpeg', width: 1, height: 1 },
    full480avif: null,
  },
  ...fields,
});

test('a picture brings the files that were made, each with its crop and format', () => {
  expect(toMedia(aPicture())).toMatchObject({
    decorative: false,
    creditUrl: null,
    files: [
      { crop: 'full', format: 'jpeg', width: 2400, height: 1600, name: 'ko.jpg' },
      { crop: 'full', format: 'avif', width: 960, height: 640, name: 'ko-960.avif' },
      { crop: 'wide', format: 'webp', width: 640, height: 360, name: 'ko-wide.webp' },
      { crop: 'share', format: 'jpeg', width: 1200, height: 630, name: 'ko-share.jpg' },
    ],
  });
});

test('file names that could leave the folder are left out; a picture without any file is refused', () => {
  expect(toMedia(aPicture({ filename: '../ko.jpg' })).files).toHaveLength(3);
  expect(() => toMedia(aPicture({ filename: 'ko.png', mimeType: 'image/png', sizes: {} }))).toThrow(
    'filename',
  );
});
