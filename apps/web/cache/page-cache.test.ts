import { describe, expect, it } from 'vitest';
import { isAsked, isForPrograms, isVariant } from './address';
import { Entry } from './entry';
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

  it('hands out nothing that was begun before it was cleared, though its stamp comes again', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds);
    const [before, after] = [slow(made(5, 1)), slow(made(5, 2))];
    const first = cache.obtain('a', 5, before.make, () => true);
    cache.clear();
    const second = cache.obtain('a', 5, after.make, () => true);
    before.end();
    await first;
    expect(cache.get('a')).toBeUndefined();
    const third = cache.obtain('a', 5, after.make, () => true);
    after.end();
    expect([(await second).bytes, (await third).bytes, after.calls()]).toEqual([2, 2, 1]);
    expect(cache.get('a')?.bytes).toBe(2);
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

  it('counts what headers and keys take too', async () => {
    const links = 'x'.repeat(10_000);
    const [plain, linked] = [[], ['link', links]].map(
      (headers) => new Entry(1, 200, headers, 'no-store', Buffer.from('a'), 'text/html'),
    );
    expect(linked?.bytes).toBe((plain?.bytes ?? 0) + 'link'.length + links.length);
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds);
    const key = `/actors?after=${'x'.repeat(300)}`;
    await cache.obtain(
      key,
      1,
      () => Promise.resolve(made(1, 1)),
      () => true,
    );
    // Longer than a quarter of all that is kept, with its key.
    expect(cache.get(key)).toBeUndefined();
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
    const asked = { ...bounds, maxBytes: 600, is: isAsked };
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds, [asked]);
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
    const suggested = '/api/trpc/search.suggest?input=1';
    await keep(suggested);
    expect(pages.filter((page) => cache.get(page) === undefined)).toEqual([]);
    expect(questions.filter((question) => cache.get(question) !== undefined)).toEqual(questions.slice(-3));
    // A key is kept as long as its answer is.
    const kept = [...pages, ...questions.slice(-3), suggested];
    expect(cache.bytes).toBe(kept.reduce((sum, key) => sum + 100 + key.length, 0));
  });

  it('makes pages while programs and questions ask for more than can be made', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds, [{ ...bounds, is: isAsked }]);
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

  it('answers people while programs ask for more than can be made', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number }>(bounds, [
      { ...bounds, is: isForPrograms },
      { ...bounds, is: isAsked },
    ]);
    const render = slow(made(1));
    const flood = Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => cache.obtain(`/api/v1/search?q=${n}`, 1, render.make, () => true)),
    );
    const found = await cache.obtain(
      '/search?q=peace',
      1,
      () => Promise.resolve(made(2)),
      () => true,
    );
    expect([found.stamp, render.calls()]).toEqual([2, bounds.concurrent]);
    render.end();
    await flood;
  });

  it('makes a batch in as many places as it has calls, and lets nobody pass it by', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number }>({ ...bounds, concurrent: 3 });
    const [one, batch, late] = [slow(made(1)), slow(made(2)), slow(made(3))];
    const first = cache.obtain('one', 1, one.make, () => true);
    const second = cache.obtain('a,b,c', 1, batch.make, () => true, 3);
    const third = cache.obtain('late', 1, late.make, () => true);
    expect([one.calls(), batch.calls(), late.calls()]).toEqual([1, 0, 0]);
    one.end();
    await first;
    await expect.poll(() => batch.calls()).toBe(1);
    expect(late.calls()).toBe(0);
    batch.end();
    await second;
    late.end();
    expect((await third).stamp).toBe(3);
    // More than there are places takes them all, and waits for no more.
    const large = cache.obtain(
      'a,b,c,d',
      1,
      () => Promise.resolve(made(4)),
      () => true,
      10,
    );
    expect((await large).stamp).toBe(4);
  });

  it('keeps pages through a flood of pasts and of names that nobody has', async () => {
    const cache = new PageCache<{ stamp: number; bytes: number; status: number }>(bounds, [
      { ...bounds, is: isVariant },
    ]);
    const keep = (key: string, status: number, stamp = 1) =>
      cache.obtain(
        key,
        stamp,
        () => Promise.resolve({ stamp, bytes: 100, status }),
        () => true,
      );
    const pages = ['/', '/actors/sampleland', '/statements'];
    for (const page of pages) await keep(page, 200);
    for (let n = 0; n < 100; n += 1) {
      await keep(`/actors/none-${n}`, 404);
      await keep(`/at/202401010000${10 + (n % 50)}/actors`, 200);
      await keep(`/statements?after=${n}`, 200);
    }
    expect(pages.filter((page) => cache.get(page) === undefined)).toEqual([]);
    expect(cache.get('/actors/none-99')?.status).toBe(404);
    // What comes to be is a page, and what is gone is none: only the latest is kept.
    await keep('/actors/none-99', 200, 2);
    expect(cache.get('/actors/none-99')?.stamp).toBe(2);
    await keep('/actors/none-99', 404, 3);
    expect(cache.get('/actors/none-99')?.stamp).toBe(3);
  });
});
