import { describe, expect, it } from 'vitest';
import { ask, asked, handleSite, inside } from '../cache/testing/handled-site';
import { AlertDoor } from './alert-door';

// Cases C07, H03 and G03 of the security catalogue where readers ask for mail.
handleSite();

const token = 'Ab3_-'.padEnd(43, 'x');
const own = { origin: 'http://site.example', 'sec-fetch-site': 'same-origin' };
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const form = (fields: Record<string, string> = {}) =>
  new URLSearchParams({ of: '/issues/bees', email: 'Ada@example.org', rhythm: 'daily', ...fields }).toString();
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  ask(path, { ...urlencoded, ...headers }, 'POST', body);
const theRequest = ['ask', { email: 'ada@example.org', about: 'iss_1', rhythm: 'daily', language: 'en' }, '192.0.2.1'];

describe('asking for mail', () => {
  it('is one form, answered with the way to a page that says the same to everybody', async () => {
    const answer = await post('/alerts', form(), own);
    expect([answer.status, answer.headers.location]).toEqual([303, '/alerts/done/asked']);
    expect(asked).toEqual([theRequest]);
    // A browser that says nothing but where it comes from is believed, and no address is in an address.
    expect((await post('/alerts', form(), { 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    expect(JSON.stringify([answer.headers, inside.seen])).not.toContain('ada@');
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://site.example.evil.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'http://site.example', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    {},
  ])('by a page of another site does nothing: %j', async (headers) => {
    expect((await post('/alerts', form(), headers)).status).toBe(403);
    expect((await post(`/alerts/confirm/${token}`, '', headers)).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it.each([
    ['an unknown field', form({ state: 'confirmed' })],
    ['a field twice', `${form()}&email=b@example.org`],
    ['no rhythm', form({ rhythm: '' })],
    ['a rhythm that is none', form({ rhythm: 'hourly' })],
    ['a page that cannot be followed', form({ of: '/issues/none' })],
    ['another site', form({ of: 'https://evil.example/' })],
    ['a condition', form().replace('email=', 'email%5Bnot%5D=')],
    ['too much', form({ of: 'x'.repeat(9000) })],
    ['nothing', ''],
  ])('with %s is refused', async (_, body) => {
    expect((await post('/alerts', body, own)).status).toBe(400);
    expect(asked).toEqual([]);
  });

  it('is refused in another type, whatever it holds', async () => {
    for (const type of ['text/plain', 'application/json', ''])
      expect((await post('/alerts', form(), { ...own, 'content-type': type })).status).toBe(400);
    expect(asked).toEqual([]);
  });

  it.each(['ada', 'ada@', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', '"A" <a@b.example>', ''])(
    'for %j leads back to the form, without the address in its address',
    async (email) => {
      const answer = await post('/alerts', form({ email }), own);
      expect([answer.status, answer.headers.location]).toEqual([303, '/alerts?of=%2Fissues%2Fbees&problem=email']);
      expect(asked).toEqual([]);
    },
  );

  it('too often is answered with the time to wait', async () => {
    const answer = await post('/alerts', form({ email: 'many@example.org' }), own);
    expect([answer.status, answer.headers['retry-after'], answer.headers['cache-control']]).toEqual([
      429,
      '1800',
      'no-store',
    ]);
  });
});

describe('without mail', () => {
  it('nobody is asked for an address, and none is taken', async () => {
    const door = new AlertDoor({
      render: () => Promise.reject(new Error('nothing is rendered')),
      register: {
        ask: () => Promise.reject(new Error('asked')),
        confirm: () => Promise.resolve(true),
        leave: () => Promise.resolve(),
      },
      origin: 'http://site.example',
      open: false,
    });
    const request = Object.assign(
      (async function* () {
        yield Buffer.from(form());
      })(),
      { method: 'POST', headers: { ...own, ...urlencoded } },
    );
    const outcome = await door.answer(
      { to: 'alerts', page: '/alerts', language: 'en', act: 'ask', token: null },
      request as never,
      '192.0.2.1',
    );
    expect(outcome).toEqual({ seeOther: '/alerts?of=%2Fissues%2Fbees' });
  });
});

describe('the link of a mail', () => {
  it('changes nothing when it is opened, and its secret reaches neither the renderer nor a cache', async () => {
    for (const act of ['confirm', 'leave']) {
      const [once, again] = [await ask(`/alerts/${act}/${token}`), await ask(`/alerts/${act}/${token}`)];
      expect(once.status).toBe(200);
      expect(once.headers).toMatchObject({
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'referrer-policy': 'same-origin',
      });
      expect(once.headers.etag).toBeUndefined();
      expect(again.text).toBe(once.text);
      expect((await ask(`/alerts/${act}/${token}`, {}, 'HEAD')).status).toBe(200);
    }
    expect(asked).toEqual([]);
    expect(inside.seen.map(({ url }) => url)).toEqual([
      ...Array<string>(3).fill('/alerts/confirm'),
      ...Array<string>(3).fill('/alerts/leave'),
    ]);
    expect(JSON.stringify(inside.seen)).not.toContain(token);
    // A page of the record is kept, and named so that others may keep it.
    await ask('/actors/hungary');
    expect((await ask('/actors/hungary')).headers.etag).toBeDefined();
    expect(inside.seen.filter(({ url }) => url === '/actors/hungary')).toHaveLength(1);
  });

  it('confirms by a press, and says so where it is too old', async () => {
    const answer = await post(`/alerts/confirm/${token}`, '', own);
    expect([answer.status, answer.headers.location]).toEqual([303, '/alerts/done/confirmed']);
    const old = 'old'.padEnd(43, 'x');
    expect((await post(`/alerts/confirm/${old}`, '', own)).headers.location).toBe('/alerts/done/expired');
    expect(asked).toEqual([
      ['confirm', token],
      ['confirm', old],
    ]);
  });

  it('ends an alert by one request of a program of mail, without a question, and again', async () => {
    const oneClick = 'List-Unsubscribe=One-Click';
    const part = `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n`;
    for (const send of [
      () => post(`/alerts/leave/${token}`, oneClick),
      () => post(`/alerts/leave/${token}`, part, { 'content-type': 'multipart/form-data; boundary=b' }),
      () =>
        post(`/alerts/leave/${token}`, oneClick, { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }),
      () => post(`/alerts/leave/${token}`, ''),
    ]) {
      const answer = await send();
      // RFC 8058 §3.1: no redirect.
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'private, no-store']);
    }
    expect(asked).toEqual(Array(4).fill(['leave', token]));
  });

  it('is answered in the language of its address, and keeps in it', async () => {
    await ask('/uk/alerts?of=/issues/bees');
    expect(inside.seen.at(-1)?.headers['x-rapporteur-language']).toBe('uk');
    const answer = await post('/uk/alerts', form(), own);
    expect(answer.headers.location).toBe('/uk/alerts/done/asked');
    expect((await post(`/uk/alerts/confirm/${token}`, '', own)).headers.location).toBe('/uk/alerts/done/confirmed');
  });

  it('takes no other method, and nothing is there beside it', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect((await ask(`/alerts/leave/${token}`, {}, method)).status, method).toBe(405);
    expect((await post('/alerts/done/asked', '', own)).status).toBe(405);
    expect((await post('/issues/bees', form(), own)).status).toBe(405);
    for (const path of [
      '/alerts/about',
      '/alerts/confirm',
      '/alerts/leave',
      '/alerts/leave/short',
      `/alerts/leave/${token}/`,
      `/alerts/leave/${token}/x`,
      `/alerts/other/${token}`,
      `/en/alerts/leave/${token}`,
      `/at/20231130120000/alerts/leave/${token}`,
    ]) {
      expect((await ask(path)).status, path).toBe(404);
      expect((await post(path, '', own)).status, path).toBe(405);
    }
    expect(asked).toEqual([]);
    expect(JSON.stringify(inside.seen)).not.toContain(token);
  });
});
