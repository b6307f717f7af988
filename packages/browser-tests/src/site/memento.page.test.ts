import fc from 'fast-check';
import LinkHeader from 'http-link-header';
import { expect, inject, test } from 'vitest';
import { database } from '../database';
import { recordPages, withdrawn } from './addresses';

// RFC 7089 on the built site: gate, map and states of a page, read by a parser of links that is not ours.

const { site } = inject('product');
const db = database();
const gate = (path: string, at: Date | string) =>
  fetch(`${site}/timegate${path}`, {
    redirect: 'manual',
    headers: { 'accept-datetime': typeof at === 'string' ? at : at.toUTCString() },
  });
const linksOf = (text: string) => LinkHeader.parse(text).refs;

test(
  'the gate leads to the version that was public at the instant that is asked for',
  { timeout: 180_000 },
  async () => {
    const path = recordPages.programme;
    const { id } = await db.entry.findFirstOrThrow({ where: { slug: path.split('/').at(-1) ?? '' } });
    const log = await db.publication.findMany({
      where: { recordId: id, language: null },
      orderBy: { sequence: 'asc' },
    });
    expect(log.length).toBeGreaterThan(1);
    const [first, last] = [log[0]?.recordedAt.getTime() ?? 0, log.at(-1)?.recordedAt.getTime() ?? 0];
    const instants = fc.oneof(
      fc.integer({ min: first - 5000, max: last + 20_000 }),
      fc.constantFrom(0, first, last, first + 1000, Date.now(), Date.now() + 86_400_000),
    );
    await fc.assert(
      fc.asyncProperty(instants, async (time) => {
        const asked = new Date(Math.floor(time / 1000) * 1000);
        const response = await gate(path, asked);
        expect([response.status, response.headers.get('vary')]).toEqual([302, 'accept-datetime']);
        const state = await fetch(site + (response.headers.get('location') ?? ''));
        expect(state.status).toBe(200);
        // A date of HTTP names a second, and its state is the one of its end.
        const end = asked.getTime() + 999;
        const valid = log.filter(({ recordedAt }) => recordedAt.getTime() <= end).at(-1) ?? log[0];
        const version = /<link rel="cite-as" href="[^"]*@(\d+)"/.exec(await state.text())?.[1];
        expect(Number(version), asked.toISOString()).toBe(valid?.revisionNumber);
        const links = linksOf(state.headers.get('link') ?? '');
        expect(links.filter(({ rel }) => /^(?:original|timegate|timemap)$/.test(rel)).map(({ uri }) => uri)).toEqual([
          path,
          `/timegate${path}`,
          `/timemap${path}`,
        ]);
        expect(new Date(state.headers.get('memento-datetime') ?? '').getTime()).toBeGreaterThanOrEqual(
          Math.min(asked.getTime(), Math.floor(last / 1000) * 1000),
        );
      }),
      { numRuns: 20 },
    );
  },
);

test('the map names states that are there, and says when each began', async () => {
  for (const path of [
    '',
    recordPages.actor,
    withdrawn,
    `/uk${recordPages.programme}`,
    `${recordPages.programme}/history`,
  ]) {
    const response = await fetch(`${site}/timemap${path}`);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([
      path,
      200,
      'application/link-format',
    ]);
    const links = linksOf(await response.text());
    expect(links.find(({ rel }) => rel === 'original')?.uri).toBe(site + (path || '/'));
    const states = links.filter(({ rel }) => rel === 'memento');
    expect(states.length).toBeGreaterThan(0);
    for (const { uri, datetime } of states.slice(0, 3)) {
      const state = await fetch(uri);
      expect([200, 410]).toContain(state.status);
      expect(state.headers.get('memento-datetime')).toBe(datetime);
    }
  }
});

test('what is no date is refused, and what never was has neither gate nor map', async () => {
  expect((await gate(recordPages.actor, 'last Tuesday')).status).toBe(400);
  for (const path of ['/actors/never-there', '/nothing/here', '/r/x@1', '/feed.atom', '/api/trpc/status.get', '/at']) {
    expect((await gate(path, new Date())).status, path).toBe(404);
    expect((await fetch(`${site}/timemap${path}`)).status, path).toBe(404);
  }
});
