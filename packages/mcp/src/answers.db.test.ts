import { PassThrough } from 'node:stream';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { publicContextFrom } from '@rapporteur/api/public/context';
import { importBundle } from '@rapporteur/core/bundle/import';
import {
  bundleOf,
  sampleIssue,
  samplePeople,
  samplePosition,
  sampleSource,
  sampleState,
} from '@rapporteur/core/bundle/sample';
import { ReadServers } from '@rapporteur/db/read-servers';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveRecord } from './named-record';
import { askAt, type RecordSource } from './source';
import { serveOverStdio } from './stdio';
import { call, connected, overStreams, textOf } from './testing/assistant';
import { longRecord, provisions, statements } from './testing/long-record';

const today = new Date().toISOString().slice(0, 10);
let database: TestDatabase;
let source: RecordSource;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
  const record = [sampleSource, sampleState(), sampleIssue, samplePosition('for-calm'), ...longRecord];
  await importBundle(database.owner, bundleOf(...record), await samplePeople(database.owner));
  const servers = new ReadServers(database.server);
  const origin = 'https://record.example.org';
  source = { contextAt: (asOf) => publicContextFrom(servers, { asOf, version: null }), origin };
  const [input, output] = [new PassThrough(), new PassThrough()];
  void serveOverStdio(source, (error) => expect.unreachable(String(error)), input, output);
  client = await connected(overStreams(input, output));
});
afterAll(async () => {
  await client?.close();
  await database?.close();
});

describe('answers about long records', () => {
  const programme = '/programmes/harbour-arrangement';
  const ask = async (name: string, given: Record<string, unknown>) => {
    const answer = await call(client, name, given);
    expect(answer.isError, textOf(answer)).toBeFalsy();
    return answer;
  };
  /** All items of a tool, page by page, by what its answer calls them. */
  async function all(name: string, given: Record<string, unknown>, items: string): Promise<unknown[]> {
    const seen: unknown[] = [];
    for (let after: unknown = null; ;) {
      const page = (await ask(name, { ...given, after })).structuredContent as Record<string, unknown[]>;
      seen.push(...(page[items] ?? []));
      after = page['next'];
      if (after === null) return seen;
    }
  }

  it.each([
    ['search', { question: 'harbour', limit: 10 }, 12_000],
    ['list_changes', { limit: 10 }, 12_000],
    ['cite', { record: programme }, 3000],
    ['cite', { record: programme, format: 'csl-json' }, 4000],
    ['read', { record: programme }, 20_000],
    ['read_field', { record: programme, field: '/provisions', limit: 50 }, 24_000],
    ['list_passages', { record: programme, limit: 10 }, 24_000],
    ['compare_dates', { record: programme, from: '2020-01-01', to: today }, 6000],
    ['board', { record: '/issues/calm', limit: 20 }, 12_000],
  ] satisfies [string, Record<string, unknown>, number][])('fit into a window: %s %j', async (name, given, most) => {
    // As it is sent: the same twice, for clients that read one of the two.
    const sent = Buffer.byteLength(JSON.stringify(await ask(name, given)));
    expect(sent).toBeLessThan(most);
  });

  it('show a beginning of what is long, and lead to the rest of it', async () => {
    const { record } = (await ask('read', { record: programme })).structuredContent as {
      record: {
        content: { summary: string };
        shortened: unknown[];
        passages: { quote: string }[];
        morePassages: number;
      };
    };
    expect(record.content.summary).toMatch(/^In part 0 .* \[…\]$/);
    expect(record.shortened).toContainEqual({ field: '/provisions', of: provisions });
    expect(record.shortened[0]).toMatchObject({ field: '/provisions' });
    expect(record.passages.length + record.morePassages).toBe(provisions + 5);
    const whole = await liveRecord(askAt(source, null), programme);
    if (whole.kind !== 'programme') throw new Error('this is no programme');
    expect(await all('read_field', { record: programme, field: '/provisions' }, 'items')).toEqual(
      whole.content.provisions,
    );
    expect((await all('read_field', { record: programme, field: '/summary' }, 'items')).join('')).toBe(
      whole.content.summary,
    );
    const passages = await all('list_passages', { record: programme, field: '/provisions' }, 'passages');
    expect(passages).toHaveLength(provisions);
    expect(passages.at(-1)).toMatchObject({ field: `/provisions/${provisions - 1}`, state: 'verified' });
    expect(await all('search', { question: 'public notice', kinds: ['statement'] }, 'items')).toHaveLength(statements);
  });

  it('refuse a place that is of another revision, and a field that is none', async () => {
    const wrong = async (given: Record<string, unknown>) => textOf(await call(client, 'read_field', given));
    expect(await wrong({ record: programme, field: '/provisions', after: '2-10' })).toContain(
      'name the record by a permalink',
    );
    expect(await wrong({ record: programme, field: '/provisions', after: 'x' })).toContain('not the `next` of a page');
    expect(await wrong({ record: programme, field: '/draft' })).toContain('has no field "/draft"');
  });
});
