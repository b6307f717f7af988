import type { FeedItem, FeedView } from '@rapporteur/domain/feed-views';
import { recordUrn } from '@rapporteur/domain/urn';
import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { XmlDocument } from 'libxml2-wasm';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { writeAtom } from './atom';
import { feedOf } from './feed';
import { writeJsonFeed } from './json-feed';
import { writeRss } from './rss';

const id = 'stm_01hgw2bbg0000000000000000a';
const link = { id, kind: 'statement', slug: 'said', title: 'Said', state: 'live' } as const;
const item: FeedItem = {
  urn: recordUrn(id),
  record: link,
  state: 'live',
  into: null,
  summary: 'It was said.',
  byline: null,
  action: 'publish',
  revisionNumber: 1,
  note: null,
  published: '2024-01-15T10:32:00.123Z',
  updated: '2024-01-16T08:00:00.456Z',
};
const head = {
  language: 'en' as const,
  title: 'Rapporteur & <more>',
  description: 'What is new.',
  page: '/changes',
  self: '/feed.atom',
  after: null,
};
const viewOf = (...items: FeedItem[]): FeedView => ({
  urn: 'urn:uuid:00000000-0000-8000-8000-000000000001',
  updated: items[0]?.updated ?? null,
  items,
  older: null,
  archived: false,
  newer: null,
});
const feed = (...items: FeedItem[]) => feedOf(viewOf(...items), head, 'https://record.example');
const corrected: FeedItem = { ...item, action: 'correct', revisionNumber: 3, note: 'We had the day wrong' };
const withdrawn: FeedItem = {
  ...item,
  record: { ...link, title: null, state: 'withdrawn' },
  state: 'withdrawn',
  summary: null,
  action: 'withdraw',
  note: 'Another one said it.',
};

/** Reads a document as strictly as XML says, and gives the text of what a path finds. */
function found(text: string, path: string): string[] {
  using document = XmlDocument.fromString(text);
  const names = {
    a: 'http://www.w3.org/2005/Atom',
    at: 'http://purl.org/atompub/tombstones/1.0',
    fh: 'http://purl.org/syndication/history/1.0',
  };
  return document.find(path, names).map((node) => node.content);
}

describe('a feed', () => {
  it('says the same to two readers of Atom', async () => {
    const text = writeAtom(feed(corrected));
    const read = parseAtomFeed(text);
    expect(read).toMatchObject({
      id: 'urn:uuid:00000000-0000-8000-8000-000000000001',
      updated: item.updated,
      links: [
        { rel: 'self', href: 'https://record.example/feed.atom' },
        { rel: 'alternate', href: 'https://record.example/changes' },
      ],
      entries: [
        {
          id: item.urn,
          published: item.published,
          updated: item.updated,
          links: [{ href: 'https://record.example/statements/said' }],
        },
      ],
    });
    const other = await new RssParser().parseString(text);
    expect(other.title).toBe('Rapporteur & <more>');
    expect(other.items).toMatchObject([
      { id: item.urn, title: 'Said', summary: 'Correction, version 3: We had the day wrong.\n\nIt was said.' },
    ]);
  });

  it('says the same to two readers of RSS, with text that is no markup', async () => {
    const text = writeRss(feed({ ...corrected, summary: 'Less <b>than</b> & more' }));
    const summary = '<p>Correction, version 3: We had the day wrong.</p><p>Less &lt;b&gt;than&lt;/b&gt; &amp; more</p>';
    const read = parseRssFeed(text);
    expect(read).toMatchObject({
      title: 'Rapporteur & <more>',
      items: [{ guid: { value: item.urn, isPermaLink: false }, pubDate: 'Tue, 16 Jan 2024 08:00:00 GMT' }],
    });
    const other = await new RssParser().parseString(text);
    expect(other.items).toMatchObject([{ guid: item.urn, title: 'Said', content: summary }]);
  });

  it('says the same in JSON', () => {
    const signed = { ...item, byline: 'A. Writer' };
    expect(JSON.parse(writeJsonFeed(feed()))).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [] });
    expect(parseJsonFeed(JSON.parse(writeJsonFeed(feed(signed))))).toMatchObject({
      feed_url: 'https://record.example/feed.atom',
      items: [
        {
          id: item.urn,
          title: 'Said',
          content_text: 'It was said.',
          date_published: item.published,
          date_modified: item.updated,
          authors: [{ name: 'A. Writer' }],
        },
      ],
    });
  });

  it('takes back what was withdrawn: as a tombstone where there is one, or under the same name', () => {
    const atom = writeAtom(feed(withdrawn));
    expect(found(atom, '/a:feed/at:deleted-entry/@ref')).toEqual([item.urn]);
    expect(found(atom, '/a:feed/at:deleted-entry/@when')).toEqual([item.updated]);
    expect(found(atom, '/a:feed/at:deleted-entry/at:comment')).toEqual(['Withdrawn: Another one said it.']);
    expect(found(atom, '/a:feed/a:entry')).toEqual([]);
    expect(parseRssFeed(writeRss(feed(withdrawn))).items).toMatchObject([
      {
        guid: { value: item.urn },
        title: 'Withdrawn statement',
        description: '<p>Withdrawn: Another one said it.</p>',
      },
    ]);
    expect(parseJsonFeed(JSON.parse(writeJsonFeed(feed(withdrawn)))).items).toMatchObject([{ id: item.urn }]);
  });

  it('of corrections has no tombstones, and leads to what a correction changed', () => {
    const urn = 'urn:uuid:00000000-0000-8000-8000-000000000002';
    const atom = writeAtom(feed({ ...corrected, urn }, { ...withdrawn, urn: `${urn}-` }));
    expect(found(atom, '/a:feed/a:entry/a:link/@href')).toEqual([
      'https://record.example/statements/said/diff?to=3',
      'https://record.example/statements/said',
    ]);
  });

  it('says where a record went', () => {
    const into = { ...link, slug: 'said-here', title: 'Said here' };
    const merged = { ...withdrawn, state: 'merged' as const, action: 'merge' as const, note: 'They are one', into };
    expect(found(writeAtom(feed(merged)), '//at:comment')).toEqual([
      'Merged: They are one. It is part of “Said here” now.',
    ]);
    expect(found(writeAtom(feed(merged)), '//at:deleted-entry/a:link/@href')).toEqual([
      'https://record.example/statements/said-here',
    ]);
  });

  it('in parts says where the others are, to readers that know archives and to those that do not', async () => {
    const origin = 'https://record.example';
    const partsAt = (after: string | null, view: Partial<FeedView>) => {
      const part = feedOf({ ...viewOf(item), ...view }, { ...head, after }, origin);
      const [atom, rss] = [writeAtom(part), writeRss(part)];
      const links = found(atom, '/a:feed/a:link/@rel').map((rel, at) => [rel, found(atom, '/a:feed/a:link/@href')[at]]);
      const said = Object.fromEntries(links.filter(([rel]) => rel !== 'alternate'));
      const read = parseRssFeed(rss).atom?.links?.map(({ rel, href }) => [rel, href]) ?? [];
      expect(Object.fromEntries(read)).toEqual(said);
      const archive = found(atom, '/a:feed/fh:archive').length;
      expect(found(rss, '/rss/channel/fh:archive')).toHaveLength(archive);
      const { next_url: next } = parseJsonFeed(JSON.parse(writeJsonFeed(part)));
      expect(next).toBe(said['next']);
      return { ...said, archive };
    };
    const at = (after: string) => `${origin}/feed.atom?after=${after}`;
    const whole = `${origin}/feed.atom`;
    expect(partsAt(null, { older: '100', archived: true })).toEqual({
      self: whole,
      next: at('100'),
      'prev-archive': at('100'),
      archive: 0,
    });
    expect(partsAt('100', { older: '50', newer: '150', archived: true })).toEqual({
      self: at('100'),
      current: whole,
      next: at('50'),
      'prev-archive': at('50'),
      'next-archive': at('150'),
      archive: 1,
    });
    expect(partsAt('a+b', { older: 'c' })).toEqual({ self: at('a%2Bb'), first: whole, next: at('c'), archive: 0 });
    expect(partsAt(null, {})).toEqual({ self: whole, archive: 0 });
    expect(
      (await new RssParser().parseString(writeAtom(feedOf(viewOf(item), { ...head, after: '100' }, origin)))).items,
    ).toHaveLength(1);
  });

  it('without items is a feed still', () => {
    expect(parseAtomFeed(writeAtom(feed()))).toMatchObject({ updated: '1970-01-01T00:00:00.000Z' });
    expect(parseRssFeed(writeRss(feed()))).toMatchObject({ title: 'Rapporteur & <more>' });
  });
});

// Case E06 of the security catalogue: what a title may hold that XML may not.
describe('hostile text', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      ']]>',
      '-->',
      '<!--',
      '<![CDATA[',
      '&#0;',
      '&undefined;',
      '\u0000\u0001\u000b',
      '\ufffe\uffff',
      '\r\n\t',
    ),
    fc.constantFrom('😀', '\ud800', 'x\udc00', '</title>', '"\'><script>', '\u202e', '\u2028'),
    fc.string({ unit: 'binary' }),
  );

  it('leaves every feed well-formed, and the text as far as XML can say it', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (parts) => {
        const said = parts.join('');
        const attacked = { ...item, record: { ...link, title: said }, summary: said, note: said, byline: said };
        // A reader sees line ends as written; what is no character is replaced.
        const sayable = [...Buffer.from(said).toString()]
          // oxlint-disable-next-line no-control-regex -- the controls are the subject here
          .map((sign) => (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(sign) ? '\ufffd' : sign))
          .join('');
        expect(found(writeAtom(feed(attacked)), '//a:entry/a:title')).toEqual([sayable]);
        expect(found(writeRss(feed(attacked)), '//item/title')).toEqual([sayable]);
        expect(found(writeAtom(feed({ ...withdrawn, note: said })), '//a:entry')).toEqual([]);
        const [read] = (JSON.parse(writeJsonFeed(feed(attacked))) as { items: { title: string }[] }).items;
        expect(read?.title).toBe(said);
      }),
    );
  });

  it('would break a feed that took it as it comes', () => {
    for (const text of ['a & b', '<!--', ']]>', '\u0001', '&undefined;', '</title>'])
      expect(() => found(writeAtom(feed()).replace('</title>', `${text}</title>`), '//a:title'), text).toThrow();
  });

  it('of a megabyte takes no time to speak of', () => {
    const begin = performance.now();
    const long = ']]>&\u0001😀'.repeat(150_000);
    expect(found(writeAtom(feed({ ...item, summary: long })), '//a:summary')[0]).toHaveLength(long.length);
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});
