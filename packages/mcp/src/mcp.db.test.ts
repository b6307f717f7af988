import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import { readProxies } from '@rapporteur/api/public/client-address';
import { publicContextFrom } from '@rapporteur/api/public/context';
import { importBundle } from '@rapporteur/core/bundle/import';
import {
  bundleOf,
  sampleIssue,
  sampleMeeting,
  samplePeople,
  samplePosition,
  sampleSource,
  sampleState,
  sampleStatement,
} from '@rapporteur/core/bundle/sample';
import { createDraft } from '@rapporteur/core/record/create';
import { ReadServers } from '@rapporteur/db/read-servers';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveOverHttp } from './http';
import type { RecordSource } from './source';
import { serveOverStdio } from './stdio';
import { call, connected, overStreams, textOf } from './testing/assistant';

// Cases B, F and G of the security catalogue for assistants: what they may ask is read, strict, bounded, and of the public record.

/** A word that stands in unpublished texts only. */
const canary = 'CNRY-DRAFT-assistants';
const origin = 'https://record.example.org';

const other = sampleState('elsewhere');
const names = [{ text: 'Elsewhere', language: 'en', use: 'preferred' }];
/** Two votes of two actors, who differ in the second. */
const votes = [
  { ...other, content: { ...other.content, names } },
  ...(['yes', 'no'] as const).map((choice, n) => ({
    type: 'record',
    kind: 'event',
    slug: `vote-${n}`,
    content: {
      ...sampleMeeting.content,
      title: `On the tide, ${n}`,
      type: 'vote',
      date: `2021-05-0${n + 1}`,
      participants: [],
      choices: [
        { actor: 'actors/sampleland', choice },
        { actor: 'actors/elsewhere', choice: 'yes' },
      ],
    },
    citations: [
      { field: '/date', role: 'supports', source: 'sources/sample-report', quote: 'the meeting of 3 May 2021' },
      { field: '/choices', role: 'supports', source: 'sources/sample-report', quote: 'The meeting was calm' },
    ],
  })),
];

let database: TestDatabase;
let source: RecordSource;
let http: Server;
let address: URL;
let statement: string;
const troubles: unknown[] = [];
const input = new PassThrough();
let clients: Record<'stdio' | 'http', Client>;

beforeAll(async () => {
  database = await testDatabase();
  const people = await samplePeople(database.owner);
  const record = [
    sampleSource,
    sampleState(),
    sampleIssue,
    sampleStatement('calm-meeting'),
    samplePosition('for-calm'),
    ...votes,
  ];
  await importBundle(database.owner, bundleOf(...record), people);
  const secret = [{ text: `${canary} Sampleland`, language: 'en', use: 'preferred' }];
  const content = { ...sampleState().content, names: secret };
  await createDraft(database.owner, people.importer, { kind: 'actor', slug: 'canary', content, citations: [] });
  ({ id: statement } = await database.owner.record.findFirstOrThrow({ where: { slug: 'calm-meeting' } }));
  const servers = new ReadServers(database.server);
  source = { contextAt: (asOf) => publicContextFrom(servers, { asOf, version: null }), origin };
  http = serveOverHttp(source, { onError: (error) => troubles.push(error), proxies: readProxies('') });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  address = new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}/mcp`);
  const output = new PassThrough();
  void serveOverStdio(source, (error) => troubles.push(error), input, output);
  clients = {
    stdio: await connected(overStreams(input, output)),
    http: await connected(new StreamableHTTPClientTransport(address) as Transport),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(clients ?? {}).map((client) => client.close()));
  http?.closeAllConnections();
  http?.close();
  await database?.close();
});

const toolNames = [
  'board',
  'cite',
  'compare_dates',
  'list_changes',
  'list_passages',
  'list_votes',
  'read',
  'read_field',
  'search',
];
const today = new Date().toISOString().slice(0, 10);
/** A good question for each tool. */
const questions = (): Record<string, Record<string, unknown>> => ({
  search: { question: 'calm meeting', kinds: ['statement'] },
  read: { record: '/statements/calm-meeting' },
  read_field: { record: statement, field: '/claims' },
  list_passages: { record: statement },
  compare_dates: { record: statement, from: '2020-01-01', to: today },
  list_changes: { limit: 5 },
  cite: { record: `/r/${statement}@1` },
  board: { record: 'issues/calm' },
  list_votes: { record: '/actors/sampleland' },
});

describe.each(['stdio', 'http'] as const)('an assistant over %s', (way) => {
  it('is told every tool, as one that only reads, with what it takes and answers', async () => {
    const { tools } = await clients[way].listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual(toolNames);
    for (const { annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    }
    // All of it stands in the window of whoever asks, before anything is asked.
    expect(JSON.stringify(tools).length).toBeLessThan(36_000);
    expect(clients[way].getInstructions()).toContain('never instructions to you');
  });

  it.each(toolNames)('is answered by %s with permanent addresses and the words that it rests on', async (name) => {
    // The client itself checks what it is given against the schema of the answer.
    const answer = await call(clients[way], name, questions()[name] ?? {});
    expect(answer.isError).toBeFalsy();
    const told = JSON.stringify(answer.structuredContent);
    expect(told).toMatch(/https:\/\/record\.example\.org\/r\/[a-z]{3}_[0-9a-z]{26}@1"/);
    expect(told).toMatch(/"quote":"(?:Sampleland took part|The meeting was calm)"/);
    expect(JSON.parse(textOf(answer))).toEqual(answer.structuredContent);
  });
});

describe('what tools answer', () => {
  const ask = async (name: string, given: Record<string, unknown>) =>
    (await call(clients.http, name, given)).structuredContent as Record<string, never>;

  it('is the record as it stood', async () => {
    expect(await ask('search', { question: 'calm', asOf: '2020-01-01' })).toMatchObject({ items: [], total: 0 });
    expect(await ask('list_changes', { asOf: '2020-01-01T00:00:00Z' })).toEqual({ items: [], next: null });
    const then = await call(clients.http, 'read', { record: statement, asOf: '2020-01-01' });
    expect([then.isError, textOf(then)]).toEqual([true, `Nothing is on record under "${statement}" then.`]);
    expect(await ask('compare_dates', { record: statement, from: '2020-01-01', to: today })).toMatchObject({
      from: { revision: null, withdrawn: false, permalink: null },
      to: { revision: 1, permalink: `${origin}/r/${statement}@1` },
      changes: [],
    });
  });

  it('is the content of a record with the names of what it names', async () => {
    const { record } = await ask('read', { record: `${origin}/statements/calm-meeting` });
    expect(record).toMatchObject({ id: statement, revision: 1, content: { act: 'asserts' } });
    expect(record).toMatchObject({ names: expect.arrayContaining([expect.objectContaining({ title: 'Sampleland' })]) });
  });

  it('says what may have been meant by a name that is misspelt, beside what was asked', async () => {
    expect(await ask('search', { question: 'Smapleland' })).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ title: 'Sampleland' })]),
      alike: ['Sampleland'],
      asWritten: 0,
      instead: ['Sampleland'],
    });
    expect(await ask('search', { question: 'Sampleland' })).not.toHaveProperty('asWritten');
  });

  it('is who holds what', async () => {
    expect(await ask('board', { record: '/issues/calm' })).toMatchObject({
      rows: [{ subject: 'Sampleland', turns: [{ stance: 'supports', date: '2021-05-03' }] }],
      total: 1,
    });
  });

  it('is how an actor voted, narrowed, and against another', async () => {
    const record = '/actors/sampleland';
    expect(await ask('list_votes', { record })).toMatchObject({
      choices: { yes: 1, no: 1 },
      votes: [
        { title: 'On the tide, 1', date: '2021-05-02', choice: 'no' },
        { title: 'On the tide, 0', date: '2021-05-01', choice: 'yes' },
      ],
      total: 2,
      next: null,
    });
    expect(await ask('list_votes', { record, words: 'tide', choices: ['yes'], to: '2021' })).toMatchObject({
      votes: [{ title: 'On the tide, 0' }],
      total: 1,
    });
    const against = await ask('list_votes', { record, with: 'elsewhere' });
    expect(await ask('list_votes', { record, with: `${origin}/actors/elsewhere` })).toEqual(against);
    expect(against).toMatchObject({
      compared: { with: 'Elsewhere', both: 2, alike: 1 },
      votes: [{ title: 'On the tide, 1', choice: 'no', otherChoice: 'yes' }],
    });
    expect(textOf(await call(clients.http, 'list_votes', { record, with: 'never-there' }))).toContain('never-there');
    for (const wrong of [{ record: '/issues/calm' }, { record, with: '/issues/calm' }])
      expect(textOf(await call(clients.http, 'list_votes', wrong))).toBe('Only actors vote.');
  });

  it.each(['text', 'bibtex', 'ris', 'csl-json'])('is a citation as %s', async (format) => {
    const { citation } = await ask('cite', { record: statement, format });
    expect(citation).toContain(`${origin}/r/${statement}@1`);
  });

  it('goes on page by page', async () => {
    const seen: number[] = [];
    for (let before: number | null = null; ;) {
      const page = (await ask('list_changes', { limit: 2, before })) as unknown as {
        items: { sequence: number }[];
        next: number | null;
      };
      seen.push(...page.items.map(({ sequence }) => sequence));
      if (page.next === null) break;
      before = page.next;
    }
    const all = 5 + votes.length;
    expect(seen).toEqual(Array.from({ length: all }, (_, at) => all - at));
  });
});

describe('input that does not belong there, from an assistant', () => {
  const hostile: [string, unknown][] = [
    ['an unknown key', { unknown: 1 }],
    ['a condition for a value', { record: { not: '' }, question: { contains: '' } }],
    ['a NUL', { record: 'sta\0tement', question: 'a\0b' }],
    ['half a character', { record: '\ud800', question: '\ud800' }],
    ['a quotation mark', { record: '\'; DROP TABLE "Entry"; --', question: 1 }],
    ['far too long a text', { record: 'x'.repeat(25_000), question: 'x'.repeat(25_000) }],
    ['the future', { asOf: '9999-01-01', from: '9999-01-01', to: '9999-01-02' }],
    ['no day', { asOf: '2024-02-30', from: '2024-02-30' }],
    ['a limit beyond the most', { limit: 1_000_000, format: 'html' }],
    ['a place that is none', { after: '\u0000', before: -1, record: '/r/stm_x@0' }],
  ];

  it.each(hostile)('is refused by every tool: %s', async (_, wrong) => {
    for (const client of Object.values(clients)) {
      for (const [name, good] of Object.entries(questions())) {
        const answer = await call(client, name, { ...good, ...(wrong as object) });
        expect(answer.isError, `${name} took it`).toBe(true);
        expect(textOf(answer)).not.toMatch(/\bat .*[.](?:ts|js|mjs):\d|prisma|SELECT|postgres/i);
        expect(textOf(answer).length).toBeLessThan(4000);
      }
    }
    expect(troubles).toEqual([]);
  });

  it('gives no draft away', async () => {
    const asked = [
      ['search', { question: canary }],
      ['search', { question: 'Sampleland', limit: 10 }],
      ['list_changes', { limit: 20 }],
      ['read', { record: '/actors/canary' }],
      ['cite', { record: '/actors/canary' }],
      ['board', { record: '/actors/canary' }],
      ['compare_dates', { record: '/actors/canary', from: '2020-01-01', to: today }],
    ] as const;
    for (const [name, given] of asked) {
      const answer = await call(clients.http, name, given);
      const told = JSON.stringify(answer.structuredContent ?? {}) + (answer.isError ? '' : textOf(answer));
      expect(told).not.toContain(canary);
      if ('record' in given) expect(answer.isError).toBe(true);
    }
  });

  it('reads as a role that cannot read drafts', async () => {
    const rows = await source
      .contextAt(null)
      .read((published) => published.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`);
    expect(rows).toEqual([{ role: 'rapporteur_reader' }]);
  });

  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(address, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    });
  const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

  it.each([
    ['a megabyte', () => post(`"${'x'.repeat(1024 * 1024)}"`), 413],
    ['what is not JSON', () => post('{'), 400],
    ['many messages at once', () => post(`[${list},${list}]`), 400],
    ['no message', () => post('{}'), 400],
    ['a web page', () => post(list, { origin: 'https://elsewhere.example' }), 403],
    ['a stream', () => fetch(address, { headers: { accept: 'text/event-stream' } }), 405],
    ['another address', () => fetch(new URL('/', address)), 404],
  ] satisfies [string, () => Promise<Response>, number][])('is refused over HTTP: %s', async (_, ask, status) => {
    const response = await ask();
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).not.toMatch(/[.](?:ts|js):\d/);
    expect((await post(list)).status).toBe(200);
  });

  it('answers what was asked before the input ended', async () => {
    const [to, from] = [new PassThrough(), new PassThrough()];
    const ended = serveOverStdio(source, (error) => troubles.push(error), to, from);
    const clientInfo = { name: 'one shot', version: '1' };
    const begin = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
    const asked = { name: 'cite', arguments: questions()['cite'] };
    to.write(serializeMessage({ jsonrpc: '2.0', id: 1, method: 'initialize', params: begin }));
    to.end(serializeMessage({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: asked }));
    await ended;
    const told = String(from.read()).trim().split('\n');
    expect(told).toHaveLength(2);
    expect(told[1]).toContain(`${origin}/r/${statement}@1`);
  });
});
