import { describe, expect, it } from 'vitest';
import { targetOf } from './time-target';

const at = (path: string) => targetOf(path.split('/').filter((part) => part !== ''));

describe('what a page shows in time', () => {
  it.each(['/', '/changes', '/corrections', '/search', '/actors', '/programmes', '/uk', '/uk/actors', '/hu/changes'])(
    '%s: the whole record',
    (path) => {
      expect(at(path)).toEqual({ of: null });
    },
  );

  it.each([
    ['/actors/hungary', 'actor'],
    ['/actors/hungary/history', 'actor'],
    ['/programmes/hungary/positions', 'programme'],
    ['/sources/hungary/passages/psg_1', 'source'],
    ['/uk/actors/hungary', 'actor'],
    ['/uk/actors/hungary/history', 'actor'],
  ] as const)('%s: a record', (path, kind) => {
    expect(at(path)).toEqual({ of: { kind, slug: 'hungary' } });
  });

  it.each([
    '/nothing',
    '/r/act_1@2',
    '/actors/Not A Slug',
    '/actors/hungary/feed.atom',
    '/actors/hungary/history/more',
    '/actors/hungary/passages/psg_1',
    '/en/actors',
    '/uk/uk/actors/hungary',
    '/xx/actors/hungary',
    '/api/trpc/status.get',
  ])('%s: no page in time', (path) => {
    expect(at(path)).toBeNull();
  });
});
