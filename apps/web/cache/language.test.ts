import { describe, expect, it } from 'vitest';
import { parseAddress } from './address';
import { addressIn, keepInLanguage } from './language';

describe('an address in a language', () => {
  it.each([
    ['/', '/uk'],
    ['/?a=1', '/uk?a=1'],
    ['/#main', '/uk#main'],
    ['/programmes/x', '/uk/programmes/x'],
    ['/search?q=a', '/uk/search?q=a'],
    ['/feed.atom', '/uk/feed.atom'],
    ['/ukraine', '/uk/ukraine'],
    ['/at', '/uk/at'],
    ['/at/20231130120000', '/at/20231130120000/uk'],
    ['/at/20231130120000/actors?after=a', '/at/20231130120000/uk/actors?after=a'],
  ])('%s leads to %s', (address, expected) => {
    expect(addressIn('uk', address)).toBe(expected);
    expect(addressIn('en', address)).toBe(address);
  });

  it.each([
    '/uk/programmes/x',
    '/hu',
    '/at/20231130120000/de/actors',
    '//elsewhere.example/x',
    '/\\elsewhere.example',
    'https://example.org/',
    '#note-1',
    'mailto:a@b.c',
    '/api/trpc/x',
    '/_next/static/a.css',
    '/assets/search.js',
    '/icon.svg',
    '/sitemap.xml',
    '/timemap/actors/x',
    '',
  ])('%s stays as it is', (address) => {
    expect(addressIn('uk', address)).toBe(address);
  });
});

it('leads the links and forms of a page on in its language, and leaves alone what says which language it leads to', () => {
  const html =
    '<link rel="canonical" href="/a"><a href="/a">a</a><a hreflang="en" href="/a">a</a><a data-live="" href="/">a</a>' +
    '<form action="/at"></form><a href="#b">b</a>';
  expect(keepInLanguage(html, 'hu')).toBe(
    '<link rel="canonical" href="/a"><a href="/hu/a">a</a><a hreflang="en" href="/a">a</a><a data-live="" href="/hu">a</a>' +
      '<form action="/hu/at"></form><a href="#b">b</a>',
  );
  expect(keepInLanguage(html, 'en')).toBe(html);
});

describe('reading an address with a language', () => {
  it('takes the language off the path, behind the moment', () => {
    expect(parseAddress('/uk/programmes/x?after=1')).toMatchObject({
      to: 'page',
      key: '/uk/programmes/x?after=1',
      path: '/programmes/x?after=1',
      language: 'uk',
    });
    expect(parseAddress('/hu')).toMatchObject({ key: '/hu', path: '/', language: 'hu' });
    expect(parseAddress('/at/20231130120000/fr')).toMatchObject({
      key: '/at/20231130120000/fr',
      path: '/',
      language: 'fr',
      stamp: '20231130120000',
    });
    expect(parseAddress('/programmes/uk')).toMatchObject({ path: '/programmes/uk', language: 'en' });
    expect(parseAddress('/uk/search?sort=date&q=a&utm=x')).toMatchObject({ path: '/search?q=a&sort=date' });
  });

  it('has one address for each page: the moment before the language, and no tag for the original', () => {
    for (const [address, location] of [
      ['/en', '/'],
      ['/en/actors?after=a', '/actors?after=a'],
      ['/uk/at/20231130120000', '/at/20231130120000/uk'],
      ['/uk/at/20231130120000/actors/x?after=a', '/at/20231130120000/uk/actors/x?after=a'],
      ['/en/at/20231130120000/actors', '/at/20231130120000/actors'],
      ['/at/20231130120000/en/actors', '/at/20231130120000/actors'],
      ['/uk/', '/uk'],
    ] as const) {
      expect(parseAddress(address), address).toEqual({ to: 'redirect', location });
      expect(parseAddress(location).to, location).toBe('page');
    }
  });

  it.each([
    '/uk/api/trpc/x',
    '/uk/_next/static/a.css',
    '/uk/assets/search.js',
    '/uk/healthz',
    '/uk/robots.txt',
    '/uk/sitemap.xml',
    '/uk/timegate/actors/x',
    '/uk/trouble/away',
    '/at/20231130120000/uk/feed.atom',
  ])('has nothing at %s', (address) => {
    expect(parseAddress(address)).toEqual({ to: 'nowhere' });
  });
});
