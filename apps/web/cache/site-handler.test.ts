import { describe, expect, it } from 'vitest';
import { ask, handleSite, inside, raw, record, there } from './testing/handled-site';

handleSite();

describe('live pages', () => {
  it('renders once per version, for any number of readers and any unknown parameter', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => ask(`/actors/hungary?draft=${index}`)));
    expect([new Set(answers.map(({ text }) => text)).size, inside.renders]).toEqual([1, 1]);
    record.version = 2;
    inside.extra = 'second';
    expect((await ask('/actors/hungary')).text).toContain('second');
    await ask('/actors/hungary');
    expect(inside.renders).toBe(2);
  });

  it('answers conditional requests per representation', async () => {
    const byEncoding = await Promise.all(
      ['identity', 'gzip', 'gzip, br'].map((encoding) => ask('/actors', { 'accept-encoding': encoding })),
    );
    expect(byEncoding.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
    expect(new Set(byEncoding.map(({ text }) => text)).size).toBe(1);
    expect(new Set(byEncoding.map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers, body } of byEncoding) {
      expect(headers).toMatchObject({
        'cache-control': 'public, no-cache',
        vary: 'accept-encoding',
        'content-length': String(body.length),
      });
    }
    const tag = byEncoding[2]?.headers.etag ?? '';
    const same = await ask('/actors', { 'accept-encoding': 'br', 'if-none-match': `"x", W/${tag}` });
    expect([same.status, same.body.length]).toEqual([304, 0]);
    expect(same.headers).toMatchObject({ etag: tag, 'cache-control': 'public, no-cache', vary: 'accept-encoding' });
    expect((await ask('/actors', { 'accept-encoding': 'gzip', 'if-none-match': tag })).status).toBe(200);
    record.version = 2;
    expect((await ask('/actors', { 'accept-encoding': 'br', 'if-none-match': tag })).status).toBe(304);
    record.version = 3;
    inside.extra = 'changed';
    expect((await ask('/actors', { 'accept-encoding': 'br', 'if-none-match': tag })).status).toBe(200);
  });

  it('answers HEAD as GET without the body', async () => {
    const whole = await ask('/actors');
    const head = await ask('/actors', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control'])
      expect(head.headers[name]).toBe(whole.headers[name]);
  });

  it('sends no script, no cookie, no mark of the framework, and the security headers', async () => {
    const { text, headers } = await ask('/actors');
    expect(text).not.toContain('<script');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    for (const name of ['set-cookie', 'x-powered-by', 'server']) expect(headers[name]).toBeUndefined();
  });

  it('lets nothing of a reader in but the address: hostile headers change neither the page nor the cache', async () => {
    const hostile = {
      rsc: '1',
      'next-router-prefetch': '1',
      'next-router-state-tree': '[]',
      'next-router-segment-prefetch': '/_tree',
      'next-action': 'x',
      'x-middleware-subrequest': 'middleware:middleware:middleware',
      'x-rapporteur-as-of': '2000-01-01T00:00:00.000Z',
      'x-rapporteur-version': '0',
      'x-forwarded-host': 'evil.example',
      'x-matched-path': '/secret',
      host: 'evil.example',
      cookie: '__prerender_bypass=1; role=admin',
      authorization: 'Bearer x',
      accept: 'text/x-component',
      'accept-language': 'hu',
      range: 'bytes=0-5',
      'user-agent': 'Googlebot',
    };
    const marked = await ask('/actors', hostile);
    expect(Object.keys(inside.seen[0]?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'connection',
      'host',
      'user-agent',
      'x-rapporteur-version',
    ]);
    expect(inside.seen[0]?.headers['x-rapporteur-version']).not.toBe('0');
    expect(inside.seen[0]?.headers.host).toBe('site.example');
    const plain = await ask('/actors');
    expect([marked.status, marked.text]).toEqual([200, plain.text]);
    expect(plain.text).toContain('<p>now /actors ');
  });

  it('keeps a 404 for its version only, and never a failure', async () => {
    await ask('/actors/none');
    expect([(await ask('/actors/none')).status, inside.renders]).toEqual([404, 1]);
    record.version = 2;
    await ask('/actors/none');
    expect(inside.renders).toBe(2);
    inside.broken = true;
    const failed = await ask('/actors/new');
    expect([failed.status, failed.headers['cache-control'], there.errors.length]).toEqual([500, 'no-store', 1]);
    expect(failed.text).not.toMatch(/ECONN|socket|at /);
    inside.broken = false;
    expect((await ask('/actors/new')).status).toBe(200);
  });

  it('does not keep the failure of one call for having come with others', async () => {
    const batch = '/api/trpc/one,other?batch=1';
    const answer = await ask(batch);
    expect(answer).toMatchObject({ status: 207, headers: { 'cache-control': 'no-store' } });
    await ask(batch);
    expect(inside.renders).toBe(2);
  });

  it('asks again for what depends on the clock: a moment that has not come yet comes', async () => {
    await ask('/at?date=2024-06-02');
    await ask('/at?date=2024-06-02');
    expect(inside.renders).toBe(2);
    await ask('/at');
    await ask('/at');
    expect(inside.renders).toBe(3);
  });

  it('shows the whole 404 page where the renderer left an empty one for scripts', async () => {
    expect(await ask('/actors/shell')).toMatchObject({
      status: 404,
      text: '<h1>A whole page</h1><a href="/actors">a</a>',
    });
    const past = await ask('/at/20231130120000/actors/shell');
    expect([past.status, past.text]).toEqual([404, '<h1>A whole page</h1><a href="/at/20231130120000/actors">a</a>']);
  });

  it('shows nothing of what the renderer says about its failures', async () => {
    inside.away = true;
    const failed = await ask('/actors');
    expect([failed.status, there.errors.length, failed.headers['cache-control']]).toEqual([500, 1, 'no-store']);
    expect(failed.text).not.toMatch(/ECONN|app\.js/);
  });

  it('tells of its troubles in the look of the site, once that is made', async () => {
    inside.dressed = true;
    inside.broken = true;
    const failed = await ask('/actors');
    expect([failed.status, failed.text, failed.headers['cache-control']]).toEqual([500, '<h1>failed</h1>', 'no-store']);
    expect(await ask('/actors/%')).toMatchObject({ status: 400, text: '<h1>unreadable</h1>' });
    expect(await ask('/at/20990101000000/actors')).toMatchObject({ status: 400, text: '<h1>future</h1>' });
    record.version = null;
    expect(await ask('/actors')).toMatchObject({ status: 503, text: '<h1>away</h1>' });
  });

  it('does not pass half a page for a whole one', async () => {
    inside.extra = '<!--$?--><template id="B:0"></template>';
    expect((await ask('/actors')).status).toBe(500);
  });
});

describe('requests nobody needs', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    const { status, headers } = await ask('/actors', {}, method);
    expect([status, headers.allow, inside.renders]).toEqual([405, 'GET, HEAD', 0]);
  });

  it('refuses bodies, other forms of target and internal addresses', async () => {
    expect((await ask('/actors', { 'content-length': '1' }, 'GET', 'x')).status).toBe(400);
    expect((await ask('/actors', { 'transfer-encoding': 'chunked' }, 'GET', 'x')).status).toBe(400);
    expect(await raw('GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    );
    expect(await raw('GET //evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    );
    expect((await ask('/_next/image?url=/a.png&w=64&q=75')).status).toBe(404);
    expect((await ask('/actors/')).headers.location).toBe('/actors');
    expect(inside.renders).toBe(0);
  });

  it('refuses more than it can render, at once', async () => {
    let release: () => void = () => undefined;
    inside.held = new Promise((resolve) => (release = resolve));
    const refused: Awaited<ReturnType<typeof ask>>[] = [];
    const asked = Array.from({ length: 80 }, async (_, index) => {
      const answer = await ask(`/actors/held-${index}`);
      if (answer.status === 503) refused.push(answer);
      // All that is beyond rendering and waiting has been refused while nothing has been rendered yet.
      if (refused.length === 80 - 4 - 50) release();
      return answer;
    });
    const answers = await Promise.all(asked);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(54);
    for (const { headers } of refused) expect(headers['retry-after']).toBe('5');
  });

  it('keeps the build’s files for ever, and not the absence of one', async () => {
    expect((await ask('/_next/static/a.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/_next/static/none.css')).headers['cache-control']).toBe('no-store');
    await ask('/_next/static/none.css');
    expect(inside.renders).toBe(3);
  });

  it('is not held up by a header without end', async () => {
    expect(
      (await ask('/actors', { 'if-none-match': '"'.repeat(3000), 'accept-encoding': 'br;'.repeat(2000) })).status,
    ).toBe(200);
  });
});
