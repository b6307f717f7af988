import { describe, expect, it } from 'vitest';
import { targetOf } from './time-target';

const at = (path: string) => targetOf(path.split('/').filter((part) => part !== ''));

describe('what a page shows in time', () => {
  it.each(['/', '/changes', '/corrections', '/search', '/actors', '/programmes'])('%s: the whole record', (path) => {
    expect(at(path)).toEqual({ of: null });
  });

  it.each([
    ['/actors/hungary', 'actor', null],
    ['/actors/hungary/history', 'actor', null],
    ['/programmes/hungary/positions', 'programme', null],
    ['/sources/hungary/passages/psg_1', 'source', null],
    ['/uk/actors/hungary', 'actor', 'uk'],
  ] as const)('%s: a record', (path, kind, language) => {
    expect(at(path)).toEqual({ of: { kind, slug: 'hungary', language } });
  });

  it.each([
    '/nothing',
    '/r/act_1@2',
    '/actors/Not A Slug',
    '/actors/hungary/feed.atom',
    '/actors/hungary/history/more',
    '/actors/hungary/passages/psg_1',
    '/uk',
    '/uk/actors',
    '/uk/actors/hungary/history',
    '/xx/actors/hungary',
    '/api/trpc/status.get',
  ])('%s: no page in time', (path) => {
    expect(at(path)).toBeNull();
  });
});
