import { describe, expect, it } from 'vitest';
import { ask, handleSite, inside, record, there } from './testing/handled-site';

handleSite();

describe('the past', () => {
  it('renders as of the instant and keeps the reader there', async () => {
    const { text, headers } = await ask('/at/20231130120000/actors/hungary');
    expect(inside.seen[0]).toMatchObject({
      url: '/actors/hungary',
      headers: { 'x-rapporteur-as-of': '2023-11-30T12:00:00.999Z' },
    });
    expect(text).toContain(
      '<a href="/at/20231130120000/actors/hungary">h</a><a data-live="" href="/actors/hungary">now</a>',
    );
    expect(headers).toMatchObject({
      'cache-control': 'public, no-cache',
      'memento-datetime': 'Thu, 30 Nov 2023 12:00:00 GMT',
      link:
        '</actors/hungary>; rel="original", </timegate/actors/hungary>; rel="timegate", ' +
        '</timemap/actors/hungary>; rel="timemap"; type="application/link-format"',
    });
    record.version = 2;
    await ask('/at/20231130120000/actors/hungary');
    expect(inside.renders).toBe(1);
    expect((await ask('/actors/hungary')).text).toContain('<p>now ');
  });

  it('is made anew once text was taken away, also while the database is away', async () => {
    const past = '/at/20231130120000/actors/hungary';
    await ask(past);
    record.epoch = 1;
    await ask(past);
    await ask(past);
    expect(inside.renders).toBe(2);
    Object.assign(record, { version: null, epoch: 2 });
    expect((await ask(past)).status).toBe(503);
  });

  it('treats an instant that a publication may still precede like the present', async () => {
    expect((await ask('/at/20240301000000/actors')).headers['cache-control']).toBe('public, no-cache');
    record.version = 2;
    await ask('/at/20240301000000/actors');
    expect(inside.renders).toBe(2);
  });

  it('looks again for what was not there, and keeps redirects in it', async () => {
    await ask('/at/20231130120000/actors/none');
    record.version = 2;
    await ask('/at/20231130120000/actors/none');
    expect(inside.seen.filter(({ url }) => url === '/actors/none')).toHaveLength(2);
    const moved = await ask('/at/20231130120000/actors/old');
    expect([moved.status, moved.headers.location]).toEqual([308, '/at/20231130120000/actors/new']);
  });

  it('refuses what has not come yet', async () => {
    expect([(await ask('/at/20250101000000/actors')).status, inside.renders]).toEqual([400, 0]);
  });
});

describe('the database away', () => {
  it('shows pages stale and says so, 503 where there is none, and recovers', async () => {
    const before = await ask('/actors', { 'accept-encoding': 'br' });
    await ask('/at/20231130120000/actors');
    record.version = null;
    inside.away = true;
    const stale = await ask('/actors', { 'accept-encoding': 'br', 'if-none-match': before.headers.etag ?? '' });
    expect([stale.status, stale.text]).toEqual([200, before.text]);
    expect(stale.headers).toMatchObject({
      warning: '110 - "Response is Stale"',
      'cache-control': 'no-store',
      'x-rapporteur-stale': '1',
    });
    expect(stale.headers.etag).toBeUndefined();
    expect((await ask('/at/20231130120000/actors')).headers['x-rapporteur-stale']).toBeUndefined();
    const missing = await ask('/issues');
    expect([missing.status, missing.headers['retry-after'], missing.headers['cache-control']]).toEqual([
      503,
      '5',
      'no-store',
    ]);
    const data = await ask('/api/trpc/record.status');
    expect([data.status, data.headers['content-type'], JSON.parse(data.text)]).toMatchObject([
      503,
      'application/problem+json',
      { status: 503 },
    ]);
    expect(missing.text).toMatch(/^<!doctype html>.*<\/html>\n$/s);
    expect([(await ask('/healthz')).status, (await ask('/readyz')).status]).toEqual([200, 503]);
    expect((await ask('/_next/static/a.css')).status).toBe(500);
    inside.away = false;
    record.version = 1;
    expect((await ask('/issues')).status).toBe(200);
    await there.site.warmUp();
    expect((await ask('/readyz')).status).toBe(200);
  });

  it('is ready once it has made a page, not as soon as it has a version', async () => {
    const ready = async () => (await ask('/readyz')).status;
    record.version = null;
    expect([await there.site.warmUp(), await ready(), inside.renders]).toEqual([false, 503, 0]);
    record.version = 1;
    expect(await ready()).toBe(503);
    inside.broken = true;
    expect([await there.site.warmUp(), await ready()]).toEqual([false, 503]);
    inside.broken = false;
    expect([await there.site.warmUp(), await ready()]).toEqual([true, 200]);
    expect([(await ask('/')).status, inside.renders]).toEqual([200, 2]);
    record.version = null;
    expect(await ready()).toBe(503);
  });

  it('notices by a failing page what the watcher has not noticed yet', async () => {
    await ask('/actors');
    record.version = 2;
    record.goesAwayOnCheck = true;
    inside.away = true;
    const stale = await ask('/actors');
    expect([stale.status, stale.headers['x-rapporteur-stale']]).toEqual([200, '1']);
    expect((await ask('/issues')).status).toBe(503);
    expect(there.errors).toEqual([]);
  });

  it('does not bring back text that was withdrawn', async () => {
    await ask('/actors');
    Object.assign(record, { version: null, withdrawn: 2 });
    expect((await ask('/actors')).status).toBe(503);
  });
});
