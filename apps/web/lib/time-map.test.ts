import LinkHeader from 'http-link-header';
import { describe, expect, it } from 'vitest';
import { writeTimeMap } from './time-map';

const origin = 'https://record.example';
const map = {
  path: '/actors/hungary',
  before: null,
  first: '2023-11-30T08:15:00.100Z',
  last: '2024-01-15T10:32:00.900Z',
  items: [{ at: '2024-01-15T10:32:00.900Z' }, { at: '2024-01-15T10:32:00.200Z' }, { at: '2023-11-30T08:15:00.100Z' }],
  next: null,
};

/** The links of a map. The reader gives a link of several relations once for each: they are brought together again. */
function read(page: Parameters<typeof writeTimeMap>[0]) {
  const links = LinkHeader.parse(writeTimeMap(page, origin)).refs;
  const one = (link: (typeof links)[number]) => JSON.stringify({ ...link, rel: '' });
  return links
    .filter((link, at) => at === 0 || one(link) !== one(links[at - 1] ?? link))
    .map((link) => ({
      ...link,
      rel: links
        .filter((other) => one(other) === one(link))
        .map(({ rel }) => rel)
        .join(' '),
    }));
}

describe('a map of the states of an address', () => {
  it('names the address, its gate, itself with what it covers, and each state once, the oldest first', () => {
    expect(read(map)).toEqual([
      { rel: 'original', uri: `${origin}/actors/hungary` },
      { rel: 'timegate', uri: `${origin}/timegate/actors/hungary` },
      {
        rel: 'self',
        uri: `${origin}/timemap/actors/hungary`,
        type: 'application/link-format',
        from: 'Thu, 30 Nov 2023 08:15:00 GMT',
        until: 'Mon, 15 Jan 2024 10:32:00 GMT',
      },
      {
        rel: 'first memento',
        uri: `${origin}/at/20231130081500/actors/hungary`,
        datetime: 'Thu, 30 Nov 2023 08:15:00 GMT',
      },
      {
        rel: 'last memento',
        uri: `${origin}/at/20240115103200/actors/hungary`,
        datetime: 'Mon, 15 Jan 2024 10:32:00 GMT',
      },
    ]);
  });

  it('of one state calls it the first and the last', () => {
    const only = '2023-11-30T08:15:00.100Z';
    const states = read({ ...map, path: '/', first: only, last: only, items: [{ at: only }] }).slice(3);
    expect(states).toMatchObject([{ rel: 'first last memento', uri: `${origin}/at/20231130081500` }]);
  });

  it('leads from page to page', () => {
    const pages = read({ ...map, before: 40, items: [{ at: '2023-12-24T00:00:00.000Z' }], next: 7 });
    expect(pages.filter(({ rel }) => rel === 'timemap').map(({ uri }) => uri)).toEqual([
      `${origin}/timemap/actors/hungary?before=7`,
      `${origin}/timemap/actors/hungary`,
    ]);
    expect(pages.at(-1)).toMatchObject({ rel: 'memento' });
  });
});
