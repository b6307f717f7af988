import { describe, expect, it } from 'vitest';
import { ask, handleSite, inside } from './testing/handled-site';

handleSite();

describe('the gate of a page in time', () => {
  const gate = (datetime?: string, method = 'GET') =>
    ask('/timegate/actors/hungary', datetime === undefined ? {} : { 'accept-datetime': datetime }, method);

  it('leads to the state of the instant that is asked for, and says that it depends on that', async () => {
    const { status, headers, body } = await gate('Thu, 30 Nov 2023 12:00:00 GMT');
    expect(status).toBe(302);
    expect(headers).toMatchObject({
      location: '/at/20231130120000/actors/hungary',
      vary: 'accept-datetime',
      'cache-control': 'public, no-cache',
      link: '</actors/hungary>; rel="original", </timemap/actors/hungary>; rel="timemap"; type="application/link-format"',
    });
    expect(headers['memento-datetime']).toBeUndefined();
    expect(body).toHaveLength(0);
    expect((await gate('Thu, 30 Nov 2023 12:00:00 GMT', 'HEAD')).headers).toEqual({
      ...headers,
      date: expect.anything(),
    });
  });

  it('leads to the first before all, and to the last after all and without an instant', async () => {
    expect((await gate('Mon, 01 Jan 1990 00:00:00 GMT')).headers.location).toBe('/at/20231101000000/actors/hungary');
    expect((await gate('Tue, 01 Jan 2030 00:00:00 GMT')).headers.location).toBe('/at/20240101000001/actors/hungary');
    expect((await gate()).headers.location).toBe('/at/20240101000001/actors/hungary');
    expect((await ask('/timegate')).headers.location).toBe('/at/20240101000001');
    expect(inside.renders).toBe(2);
    expect(inside.seen.every(({ headers }) => headers['accept-datetime'] === undefined)).toBe(true);
  });

  it('leads to the state of what is asked of a page, and renders no more for it', async () => {
    const led = async (path: string) => (await ask(path)).headers;
    expect((await led('/timegate/search?q=weapons&x=1')).location).toBe('/at/20240101000001/search?q=weapons');
    expect((await led('/timegate/uk/search?q=%D0%B7%D0%B1%D1%80%D0%BE%D1%8F')).link).toBe(
      '</uk/search?q=%D0%B7%D0%B1%D1%80%D0%BE%D1%8F>; rel="original"',
    );
    const rendered = inside.renders;
    await led('/timegate/search?q=other');
    expect(inside.renders).toBe(rendered);
  });

  it('refuses what is no date, and knows nothing of what never was', async () => {
    const refused = await gate('yesterday');
    expect(refused.status).toBe(400);
    expect(refused.headers.vary).toBe('accept-datetime');
    expect(refused.text).toContain('Accept-Datetime must be a date of HTTP in GMT');
    const none = await ask('/timegate/actors/none', { 'accept-datetime': 'Thu, 30 Nov 2023 12:00:00 GMT' });
    expect([none.status, none.text.includes('A whole page')]).toEqual([404, true]);
    expect((await ask('/at/20231130120000/timegate/actors/hungary')).status).toBe(404);
  });
});

describe('the links of an answer', () => {
  it('are those of a page in time and those of its head, on HEAD too', async () => {
    const link =
      '</timegate/actors/signposted>; rel="timegate", </timemap/actors/signposted>; rel="timemap"; ' +
      'type="application/link-format", <https://site.example/r/act_1@2>; rel="cite-as"';
    expect((await ask('/actors/signposted')).headers.link).toBe(link);
    expect((await ask('/actors/signposted', {}, 'HEAD')).headers.link).toBe(link);
  });

  it('are none where nothing is there, and what is no page and not there is the page that says so', async () => {
    const none = await ask('/actors/none');
    expect([none.status, none.headers.link]).toEqual([404, undefined]);
    expect((await ask('/at/20231130120000/actors/none')).headers['memento-datetime']).toBeUndefined();
    expect((await ask('/feed.gone')).text).toContain('A whole page');
  });
});
