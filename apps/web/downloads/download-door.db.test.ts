import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clonedDatabase } from '../cache/testing/cloned-database';
import { ReadLimits } from '../programs/read-limits';
import { DownloadDoor } from './download-door';
import { Shelf } from './shelf';

const piece = 1_048_576;
const bytes = randomBytes(2 * piece + 12_345);
const sha256 = createHash('sha256').update(bytes).digest('hex');

let database: Awaited<ReturnType<typeof clonedDatabase>>;
let pool: Pool;
let server: Server;
let origin: string;
const errors: unknown[] = [];
const noTokens = { find: () => Promise.resolve(null), countFailed: () => Promise.resolve(null) };
let limits = new ReadLimits(1000, noTokens);
/** How many bytes of files the database gave. */
let fetched = 0;

beforeAll(async () => {
  database = await clonedDatabase();
  pool = new Pool({ ...database.config, max: 4 });
  // The database is dropped under connections that are still closing.
  pool.on('error', () => undefined);
  await pool.query(
    `INSERT INTO "Export" ("version", "recordedAt", "recordHash", "licence", "madeAt") VALUES (7, now(), 'aa', 'CC0-1.0', now()), (8, now(), 'bb', 'CC0-1.0', NULL)`,
  );
  for (const version of [7, 8]) {
    await pool.query(
      `INSERT INTO "ExportFile" ("version", "path", "mediaType", "bytes", "sha256") VALUES ($1, 'tables/a.csv', 'text/csv', $2, $3)`,
      [version, bytes.length, sha256],
    );
    for (let number = 0; number * piece < bytes.length; number += 1) {
      await pool.query(`INSERT INTO "ExportChunk" VALUES ($1, 'tables/a.csv', $2, $3)`, [
        version,
        number,
        bytes.subarray(number * piece, (number + 1) * piece),
      ]);
    }
  }
  const door = new DownloadDoor({
    shelf: new Shelf({
      query: async (...asked: [string, unknown[]]) => {
        const answer = await pool.query(...asked);
        for (const row of answer.rows as { piece?: Buffer }[]) fetched += row.piece?.length ?? 0;
        return answer;
      },
    } as never),
    limits: { take: (network) => limits.take(network) },
    clientOf: () => '203.0.113.5',
    onError: (error) => errors.push(error),
  });
  server = createServer((request, response) => {
    if (!door.takes(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await pool.end();
  await database.drop();
});

const get = (headers: Record<string, string> = {}, path = '/data/7/tables/a.csv', method = 'GET') =>
  fetch(origin + path, { headers, method });
const body = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a file of an export', () => {
  it('is handed out whole, with a strong tag that it is known by', async () => {
    const answer = await get();
    expect(answer.status).toBe(200);
    expect((await body(answer)).equals(bytes)).toBe(true);
    const tag = answer.headers.get('etag') ?? '';
    expect(tag).toBe(`"${sha256}"`);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
    expect((await get({ 'if-none-match': tag })).status).toBe(304);
    const head = await get({}, undefined, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  });

  it('costs the database the bytes of the part alone, and HEAD none', async () => {
    fetched = 0;
    for (const from of [0, piece - 1, piece, bytes.length - 1]) {
      const one = await body(await get({ range: `bytes=${from}-${from}` }));
      expect(one.equals(bytes.subarray(from, from + 1))).toBe(true);
    }
    expect(fetched).toBe(4);
    const head = await get({ range: 'bytes=0-0' }, undefined, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    expect([head.headers.get('content-range'), fetched]).toEqual([null, 4]);
  });

  it('goes on from any place, and only with the same file', async () => {
    const tag = `"${sha256}"`;
    for (const from of [0, 1, piece - 1, piece, piece + 1, bytes.length - 1]) {
      const rest = await get({ range: `bytes=${from}-`, 'if-range': tag });
      expect(rest.status).toBe(206);
      expect(rest.headers.get('content-range')).toBe(`bytes ${from}-${bytes.length - 1}/${bytes.length}`);
      expect((await body(rest)).equals(bytes.subarray(from))).toBe(true);
    }
    const middle = await get({ range: `bytes=${piece - 3}-${piece + 3}` });
    expect((await body(middle)).equals(bytes.subarray(piece - 3, piece + 4))).toBe(true);
    expect((await body(await get({ range: 'bytes=-5' }))).equals(bytes.subarray(-5))).toBe(true);
    for (const other of ['"other"', `W/${tag}`, 'Thu, 30 Nov 2023 12:00:00 GMT'])
      expect((await get({ range: 'bytes=5-', 'if-range': other })).status).toBe(200);
    const beyond = await get({ range: `bytes=${bytes.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    for (const odd of ['bytes=9-1', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'bytes=x'])
      expect((await get({ range: odd })).status).toBe(200);
  });

  it('is read on the account of its reader, part by part', async () => {
    limits = new ReadLimits(2, noTokens);
    for (const left of [1, 0]) {
      const part = await get({ range: 'bytes=0-0' });
      expect([part.status, part.headers.get('ratelimit')?.split(';')[1]]).toEqual([206, `r=${left}`]);
      await body(part);
    }
    const refused = await get({ range: 'bytes=0-0' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    limits = new ReadLimits(1000, noTokens);
  });

  it('is not there before it is made, once text was withdrawn, or at an address that is written otherwise', async () => {
    expect((await get({}, '/data/8/tables/a.csv')).status).toBe(404);
    expect((await get({}, '/data/7/tables/b.csv')).status).toBe(404);
    expect((await get({}, '/data/7/issues.skos.jsonld')).status).toBe(404);
    for (const path of [
      '/data',
      '/data/',
      '/data/7/',
      '/data/07/a.csv',
      '/data/7/../7/tables/',
      '/data/7/tables//a.csv',
      '/data/7/%74ables/a.csv',
    ])
      expect([path, (await get({}, path)).status]).toEqual([path, 418]);
    expect((await get({}, undefined, 'POST')).status).toBe(405);
    await pool.query(`ALTER TABLE "Publication" DISABLE TRIGGER ALL`);
    await pool.query(
      `INSERT INTO "Publication" ("sequence", "recordId", "kind", "slug", "action", "recordedAt", "contentHash", "previousHash", "hash")
       VALUES (9, 'x', 'event', 'x', 'withdraw', now(), '', '', 'x')`,
    );
    expect((await get()).status).toBe(410);
    expect(errors).toEqual([]);
  });

  it('that was here says why it is gone and where the newest is, for good', async () => {
    const told = async (path: string) => {
      const answer = await get({}, path);
      return { status: answer.status, link: answer.headers.get('link'), text: await answer.text() };
    };
    const next = { status: 410, link: '</data>; rel="latest-version"' };
    expect(await told('/data/7/tables/a.csv')).toMatchObject({
      ...next,
      text: expect.stringContaining('was withdrawn'),
    });
    await pool.query(
      `INSERT INTO "Export" ("version", "recordedAt", "recordHash", "licence", "madeAt", "removedAt", "removedFor") VALUES
        (10, '2021-05-06T07:08:09.123Z', 'cc', 'CC0-1.0', now(), now(), 'newer'), (11, now(), 'dd', 'CC0-1.0', now(), NULL, NULL)`,
    );
    const link = '</data/11/datapackage.json>; rel="latest-version"';
    const older = await told('/data/10/datapackage.json');
    expect(older).toMatchObject({ status: 410, link });
    for (const words of [
      'Newer ones took its place',
      'version 11: /data/11/datapackage.json',
      'version 10, as of 2021-05-06T07:08:09.123Z, record hash sha256:cc',
      '/at/20210506070809/',
    ])
      expect(older.text).toContain(words);
    expect(await told('/data/7/datapackage.json')).toMatchObject({ status: 410, link });
    expect((await told('/data/8/tables/a.csv')).status).toBe(404);
    expect((await told('/data/11/tables/a.csv')).status).toBe(404);
    const head = await get({}, '/data/10/datapackage.json', 'HEAD');
    expect([head.status, await head.text()]).toEqual([410, '']);
    expect(errors).toEqual([]);
  });
});
