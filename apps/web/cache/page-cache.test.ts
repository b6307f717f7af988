import { describe, expect, it } from 'vitest';
import { isAsked } from './address';
import { OverloadError, PageCache } from './page-cache';

const bounds = { maxBytes: 1000, concurrent: 2, waiting: 3 };
const made = (stamp: number, bytes = 100) => ({ stamp, bytes });

/** A render that ends when told to. */
function slow<T>(value: T): { make: () => Promise<T>; end: () => void; calls: () => number } {
  let calls = 0;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { make: () => ((calls += 1), ended.then(() => value)), end, calls: () => calls };
}

describe('PageCache', () => {
  it('makes an answer once for all who wait', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds);
    const render = slow(made(1));
    const waiting = Array.from({ length: 50 }, () => cache.obtain('a', 1, render.make, () => true));
    render.end();
    const answers = new Set(await Promise.all(waiting));
    expect([answers.size, render.calls()]).toEqual([1, 1]);
    expect(cache.get('a')).toBe([...answers][0]);
  });

  it('does not hand an answer begun before to who asks after the record moved on', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds);
    const [before, after] = [slow(made(1)), slow(made(2))];
    const first = cache.obtain('a', 1, before.make, () => false);
    const second = cache.obtain('a', 2, after.make, () => true);
    after.end();
    expect((await second).stamp).toBe(2);
    before.end();
    await first;
    expect(cache.get('a')?.stamp).toBe(2);
  });

  it('keeps neither failures nor what is not to be kept', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds);
    await expect(
      cache.obtain(
        'a',
        1,
        () => Promise.reject(new Error('no')),
        () => true,
      ),
    ).rejects.toThrow('no');
    await cache.obtain(
      'b',
      1,
      () => Promise.resolve(made(1)),
      () => false,
    );
    expect([cache.get('a'), cache.get('b')]).toEqual([undefined, undefined]);
    expect(
      (
        await cache.obtain(
          'a',
          1,
          () => Promise.resolve(made(1)),
          () => true,
        )
      ).stamp,
    ).toBe(1);
  });

  it('stays within its bytes, and never keeps what would push out nearly everything', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds);
    for (let index = 0; index < 100; index += 1) {
      await cache.obtain(
        `k${index}`,
        1,
        () => Promise.resolve(made(1)),
        () => true,
      );
      expect(cache.bytes).toBeLessThanOrEqual(1000);
    }
    expect([cache.get('k99') === undefined, cache.get('k0') === undefined]).toEqual([false, true]);
    await cache.obtain(
      'large',
      1,
      () => Promise.resolve(made(1, 500)),
      () => true,
    );
    expect(cache.get('large')).toBeUndefined();
  });

  it('refuses at once what would wait too long, and serves again afterwards', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds);
    const render = slow(made(1));
    const taken = ['a', 'b', 'c', 'd', 'e'].map((key) => cache.obtain(key, 1, render.make, () => true));
    await expect(cache.obtain('f', 1, render.make, () => true)).rejects.toThrow(OverloadError);
    expect(render.calls()).toBe(2);
    render.end();
    await Promise.all(taken);
    expect(render.calls()).toBe(5);
    expect((await cache.obtain('f', 1, render.make, () => true)).stamp).toBe(1);
  });

  it('keeps pages through a flood of questions, and of the questions the latest', async () => {
    const asked = { ...bounds, maxBytes: 400, is: isAsked };
    const cache = new PageCache<{ stamp: number; bytes: number }>({ ...bounds, asked });
    const keep = (key: string) =>
      cache.obtain(
        key,
        1,
        () => Promise.resolve(made(1)),
        () => true,
      );
    const pages = ['/', '/actors/sampleland', '/search', '/at/20240101000000/statements'];
    for (const page of pages) await keep(page);
    const questions = Array.from({ length: 200 }, (_, n) =>
      n % 2 === 0 ? `/search?q=${n}` : `/at/20240101000000/search?q=${n}`,
    );
    for (const question of questions) await keep(question);
    await keep('/api/trpc/search.suggest?input=1');
    expect(pages.filter((page) => cache.get(page) === undefined)).toEqual([]);
    expect(questions.filter((question) => cache.get(question) !== undefined)).toEqual(questions.slice(-3));
    expect(cache.bytes).toBe(800);
  });

  it('makes pages while programs and questions ask for more than can be made', async () => {
    const asked = { ...bounds, maxBytes: 400, is: isAsked };
    const cache = new PageCache<{ stamp: number; bytes: number }>({ ...bounds, asked });
    const render = slow(made(1));
    const flood = Array.from({ length: 20 }, (_, n) =>
      cache.obtain(`/api/v1/actors?after=${n}`, 1, render.make, () => true),
    );
    const told = Promise.allSettled(flood);
    const page = await cache.obtain(
      '/actors',
      1,
      () => Promise.resolve(made(1)),
      () => true,
    );
    expect([page.stamp, render.calls()]).toEqual([1, bounds.concurrent]);
    render.end();
    const refused = (await told).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(20 - bounds.concurrent - bounds.waiting);
  });
});
