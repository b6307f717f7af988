import fc from 'fast-check';
import { plainChoice } from '@rapporteur/domain/board/choice';
import { boardAddress } from '@rapporteur/ui/board/address';
import { describe, expect, it } from 'vitest';
import { asksTheClock, isAsked, parseAddress } from './address';

describe('parseAddress', () => {
  it('drops what a path does not know and keeps the rest in one order', () => {
    const address = parseAddress('/actors/x/diff?preview=1&to=2%203&_rsc=abc&from=1&state=draft&asOf=2020');
    expect(address).toMatchObject({
      to: 'page',
      key: '/actors/x/diff?from=1&to=2%203',
      path: '/actors/x/diff?from=1&to=2%203',
    });
    expect(parseAddress('/uk/programmes/x?language=de')).toMatchObject({ key: '/uk/programmes/x' });
    expect(parseAddress('/programmes/x?status=draft&version=3&rev=2&includeDrafts=1')).toMatchObject({
      key: '/programmes/x',
    });
  });

  it('has one address for what is asked of a board, in whatever order it is chosen, and keeps none of the answers long', () => {
    const path = '/issues/arms/board?stance=opposes&member=nato&stance=blocked&on=2001-05-03&after=x&page=2';
    const key = '/issues/arms/board?member=nato&on=2001-05-03&stance=blocked%2Copposes&page=2';
    expect(parseAddress(path)).toMatchObject({ to: 'page', key });
    expect(parseAddress('/sources/arms/board?on=2001-05-03')).toMatchObject({ key: '/sources/arms/board' });
    expect([isAsked(key), isAsked(`/at/20231130120000${key}`), isAsked('/issues/arms/board')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('keeps two names where one is asked for, so that the page can tell of them', () => {
    const votes = (query: string) => parseAddress(`/actors/kenya/votes?${query}`);
    expect(votes('with=france&with=italy')).toMatchObject({ path: '/actors/kenya/votes?with=france%2C%20italy' });
    expect(votes('with=france&with=france&with=')).toMatchObject({ path: '/actors/kenya/votes?with=france' });
    expect(votes('from=2019&from=2020')).toMatchObject({ to: 'refused' });
    expect(votes(`with=${'x'.repeat(600)}&with=${'y'.repeat(600)}`)).toMatchObject({ to: 'refused' });
  });

  it('lets through what leads to a further page', () => {
    const choice = { ...plainChoice, stances: ['opposes' as const] };
    const asked = { member: null, region: '150' as const, choice, show: 'table' as const };
    const board = parseAddress(boardAddress({ kind: 'issue', slug: 'arms' }, asked, 2));
    expect(board).toMatchObject({ key: '/issues/arms/board?region=150&stance=opposes&show=table&page=2' });
    expect(parseAddress('/actors/nato/board?region=150')).toMatchObject({ key: '/actors/nato/board' });
    for (const below of ['history', 'mentions', 'positions', 'statements', 'votes'])
      expect(parseAddress(`/actors/nato/${below}?after=x`)).toMatchObject({ key: `/actors/nato/${below}?after=x` });
  });

  // Case G06 of the security catalogue: whatever is written behind an address, there are no more pictures and cards than records.
  it('has one address for a picture and a card, and keeps pictures and what oEmbed tells apart from pages', () => {
    const picture = '/r/stm_01hgw2bbg0000000000000000a@3/share.png';
    expect(parseAddress(`${picture}?width=9000&title=x`)).toMatchObject({ to: 'page', key: picture });
    expect(parseAddress('/uk/embed/statements/said?theme=dark')).toMatchObject({ key: '/uk/embed/statements/said' });
    const told = '/oembed?format=json&maxwidth=320&url=https%3A%2F%2Frecord.example%2Fprogrammes%2Fx';
    expect(parseAddress(`${told}&callback=alert&x=1`)).toMatchObject({ key: told });
    expect([picture, `/uk${picture}`, told, '/embed/statements/said', '/share.png'].map(isAsked)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(parseAddress('/uk/oembed?url=x')).toMatchObject({ to: 'nowhere' });
    expect(parseAddress('/at/20231130120000/oembed?url=x')).toMatchObject({ to: 'nowhere' });
  });

  it('strips the past', () => {
    expect(parseAddress('/at/20231130120000/actors/hungary?x=1')).toMatchObject({
      to: 'page',
      key: '/at/20231130120000/actors/hungary',
      path: '/actors/hungary',
      stamp: '20231130120000',
      instant: new Date('2023-11-30T12:00:00.999Z'),
    });
    expect(parseAddress('/at/20231130120000/uk/programmes/x')).toMatchObject({
      key: '/at/20231130120000/uk/programmes/x',
      path: '/programmes/x',
    });
    expect(parseAddress('/at/20231130120000')).toMatchObject({ path: '/', key: '/at/20231130120000' });
    expect(parseAddress('/at/20231330120000/actors')).toMatchObject({
      to: 'page',
      path: '/at/20231330120000/actors',
      instant: null,
    });
    expect(parseAddress('/at/20231130120000/at/20231130120000/actors')).toMatchObject({
      path: '/at/20231130120000/actors',
    });
  });

  it('knows a preview by its token, and nothing else that is written like one', () => {
    const token = 'Ab3_-'.padEnd(43, 'x');
    expect(parseAddress(`/preview/${token}?state=draft`)).toEqual({ to: 'preview', token, language: 'en' });
    expect(parseAddress(`/uk/preview/${token}`)).toEqual({ to: 'preview', token, language: 'uk' });
    for (const other of [
      '/preview',
      '/preview/short',
      `/preview/${token}x`,
      `/preview/${token}/`,
      `/preview/${token}/history`,
      `/at/20231130120000/preview/${token}`,
      `/at/soon/preview/${token}`,
      `/en/preview/${token}`,
      `/uk/preview/${token}/history`,
      `/uk/de/preview/${token}`,
      `/at/20231130120000/uk/preview/${token}`,
    ]) {
      const address = parseAddress(other);
      expect(address, other).toMatchObject({ to: 'page', path: '/nothing/is/ever/here' });
      expect(JSON.stringify(address)).not.toContain(token);
    }
    expect(parseAddress('/actors/preview')).toMatchObject({ path: '/actors/preview' });
    expect(parseAddress('/issues/preview/history')).toMatchObject({ path: '/issues/preview/history' });
  });

  it('knows no parameter and no past of an answer that was frozen', () => {
    expect(parseAddress('/q/7-ab-c?after=x&to=1')).toMatchObject({ to: 'page', key: '/q/7-ab-c' });
    expect(parseAddress('/at/20231130120000/q/7-ab-c')).toEqual({ to: 'nowhere' });
    expect(['/q/7-ab-c', '/search?q=a', '/search/feed.atom?q=a', '/queues'].map(isAsked)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(parseAddress('/search/feed.atom?kind=actor&q=+a++b&page=2')).toMatchObject({
      key: '/search/feed.atom?q=a%20b&kind=actor',
    });
  });

  it.each([
    '/actors',
    '/actors/hungary/history',
    '/actors/hungary/statements',
    '/issues/arms/positions',
    '/sources/report/mentions',
    '/sources/report/passages/0d789a93a2b08721-0-59-8h2k5m7p',
  ])('knows the cursor of %s, and nothing else', (path) => {
    expect(parseAddress(`${path}?after=abc&of=1`)).toMatchObject({ to: 'page', path: `${path}?after=abc` });
  });

  it.each([
    '//evil.example/',
    'http://evil.example/',
    '*',
    'example.org:443',
    '',
    '/a//b',
    '/a/../b',
    '/a/%2e%2e/b',
    '/a/./b',
    '/%00',
    '/a%2fb',
    '/a%5Cb',
    '/a\\b',
    '/%ff',
    '/%',
    '/é',
    '/a b',
    '/a#b',
    '/<script>',
    '/search?q=%ff',
    '/search?q=a%00',
    '/search?q=a&q=b',
    `/search?q=${'a'.repeat(1025)}`,
    `/${'a'.repeat(1025)}`,
    `/?${'a'.repeat(5000)}`,
  ])('refuses %s', (target) => {
    expect(parseAddress(target)).toMatchObject({ to: 'refused' });
  });

  it.each([
    '/_next/image?url=%2Fa&w=64&q=75',
    '/_next/data/b/x.json',
    '/_next',
    '/actors/x.rsc',
    '/actors/x.segments/_tree.segment.rsc',
    '/at/20231130120000/_next/static/a.js',
    '/at/20231130120000/healthz',
    '/trouble/away',
    '/at/20231130120000/trouble/away',
  ])('has nothing at %s', (target) => {
    expect(parseAddress(target)).toEqual({ to: 'nowhere' });
  });

  it('has one spelling per address', () => {
    expect(parseAddress('/r/stm_1%403')).toMatchObject({ key: '/r/stm_1@3' });
    expect(parseAddress('/%61ctors/%68ungary')).toMatchObject({ key: '/actors/hungary' });
    expect(parseAddress('/actors/')).toEqual({ to: 'redirect', location: '/actors' });
    expect(parseAddress('/at/20231130120000/?x')).toEqual({ to: 'redirect', location: '/at/20231130120000' });
    expect(parseAddress('/search?q=a+b')).toMatchObject({ key: '/search?q=a%20b' });
  });

  it('knows assets, data and health', () => {
    expect(parseAddress('/_next/static/a.css?dpl=1')).toMatchObject({
      to: 'asset',
      key: '/_next/static/a.css',
      immutable: true,
    });
    expect(parseAddress('/assets/logo.svg')).toMatchObject({ to: 'asset', immutable: false });
    expect(parseAddress('/api/trpc/record.get?input=%7B%7D&batch=1&x=1')).toMatchObject({
      to: 'data',
      key: '/api/trpc/record.get?batch=1&input=%7B%7D',
    });
    expect(parseAddress('/healthz')).toEqual({ to: 'health', check: 'live' });
    expect(parseAddress('/readyz')).toEqual({ to: 'health', check: 'ready' });
  });

  const targets = fc.oneof(
    fc.webPath().map((path) => path || '/'),
    fc.tuple(fc.webPath(), fc.webQueryParameters()).map(([path, query]) => `${path || '/'}?${query}`),
    fc
      .array(
        fc.constantFrom(
          '/',
          'at',
          '20231130120000',
          '%2e',
          '.',
          '%25',
          '%2F',
          '?',
          'q=',
          '&',
          'a',
          'search',
          '@',
          '+',
          '%C3%A9',
          '_next',
          'after=',
        ),
      )
      .map((parts) => `/${parts.join('')}`),
    fc.string({ maxLength: 40 }),
  );

  it('gives keys that stand for themselves, and never more than an own path', () => {
    fc.assert(
      fc.property(targets, (target) => {
        const address = parseAddress(target);
        if (address.to === 'redirect') {
          expect(address.location).toMatch(/^\/(?![/\\])/);
          expect(parseAddress(address.location).to).not.toBe('redirect');
        }
        if (address.to !== 'page' && address.to !== 'data' && address.to !== 'asset') return;
        expect(address.path).toMatch(/^\/(?![/\\])[!-~]*$/);
        expect(address.path).not.toMatch(/\/\.\.?(?:\/|$)/);
        expect(address.path.split('?')[0]).not.toMatch(/%00|%2f|%5c/i);
        expect(parseAddress(address.key)).toEqual(address);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same answer with parameters no page knows', () => {
    const names = fc.constantFrom(
      'status',
      'state',
      'draft',
      'preview',
      'published',
      'publicationState',
      'version',
      'rev',
      'includeDrafts',
      'embargo',
      'asOf',
      '_rsc',
      'nxtPslug',
      '__nextLocale',
    );
    fc.assert(
      fc.property(
        fc.constantFrom('/', '/actors', '/actors/x', '/search?q=a', '/changes', '/r/stm_1@3', '/api/trpc/a.b?input=1'),
        names,
        fc.webFragments(),
        (path, name, value) => {
          const more = `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
          expect(parseAddress(more)).toEqual(parseAddress(path));
        },
      ),
    );
  });
});

describe('what there is to download', () => {
  const calls = [
    '/api/trpc/export.list',
    '/api/trpc/status.get,export.list',
    '/api/trpc/status.get%2Cexport%2Elist',
    '/api/v1/exports',
    '/api/v1/exports?fields=version',
  ];

  it('is of the present alone, and asked anew each time, however it is asked for', () => {
    for (const path of ['/data', ...calls]) {
      expect(parseAddress(`/at/20231130120000${path}`)).toEqual({ to: 'nowhere' });
      const address = parseAddress(path);
      expect([path, 'path' in address && asksTheClock(address.path)]).toEqual([path, true]);
    }
    expect(asksTheClock('/api/trpc/status.get?input=export.list')).toBe(false);
  });
});
