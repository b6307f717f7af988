import { importBundle } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople, sampleState } from '@rapporteur/core/bundle/sample';
import { createDraft } from '@rapporteur/core/record/create';
import { withdraw } from '@rapporteur/core/record/withdraw';
import { schemasFolder } from '@rapporteur/core/env';
import { publishedSchemas } from '@rapporteur/core/testing/published-schemas';
import { ReadServers } from '@rapporteur/db/read-servers';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicContextFrom } from '../context';
import { answerReconciliation } from './answer';
import { reconciledRecord } from './testing/reconciled-record';
import { publishedNameOf, shapes, type Candidate } from './testing/shapes';

/** A word that stands in an unpublished text only. */
const canary = 'CNRYDRAFT';
const origin = 'https://record.example.org';
const root = '/api/reconcile';

let database: TestDatabase;
let ids: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  const people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(...reconciledRecord), people);
  const entries = await database.owner.entry.findMany({ where: { kind: 'actor' } });
  ids = Object.fromEntries(entries.map(({ slug, id }) => [slug, id]));
  const names = [{ text: `${canary} Talland`, language: 'en', use: 'preferred' }];
  const content = { ...sampleState().content, names, identifiers: [{ scheme: 'wikidata', value: 'Q999' }] };
  await createDraft(database.owner, people.importer, { kind: 'actor', slug: 'canary', content, citations: [] });
  const gone = await database.owner.record.findUniqueOrThrow({ where: { id: ids['gone'] ?? '' } });
  await withdraw(database.owner, people.reviewer, {
    id: gone.id,
    expectedVersion: gone.lockVersion,
    reason: 'It was never there.',
  });
});
afterAll(() => database?.close());

async function ask(below: string, given: Record<string, unknown> = {}, instant: Date | null = null) {
  const query = new URLSearchParams(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString();
  const servers = new ReadServers(database.server);
  const { status, headers, body } = await answerReconciliation(
    { target: `${root}${below}${query === '' ? '' : `?${query}`}`, instant, version: null, origin },
    (asked) => publicContextFrom(servers, asked),
  );
  return { status, headers, text: body.toString() };
}

// Where somebody gives the folder, answers are checked by the schemas of the specification as well.
const schemas = schemasFolder();
const published = schemas === null ? null : publishedSchemas(schemas);

async function answer(shape: ValidateFunction, below: string, given: Record<string, unknown> = {}, instant?: Date) {
  const { status, text } = await ask(below, given, instant);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  const told: unknown = JSON.parse(text);
  shape(told);
  expect(shape.errors ?? []).toEqual([]);
  const name = publishedNameOf(shape, below);
  if (published && name) expect(published(`reconciliation/${name}`, told)).toEqual([]);
  if (published && given['queries'])
    expect(published('reconciliation/reconciliation-query-batch', given['queries'])).toEqual([]);
  return told;
}

async function candidates(query: object, instant?: Date): Promise<Candidate[]> {
  const told = (await answer(shapes.results, '', { queries: { q0: query } }, instant)) as {
    q0: { result: Candidate[] };
  };
  return told.q0.result;
}
const slugOf = (id: string) => Object.entries(ids).find(([, own]) => own === id)?.[0];
const matched = async (query: object) => {
  const found = (await candidates(query)).filter(({ match }) => match);
  return found.map(({ id }) => slugOf(id));
};

describe('the service', () => {
  it('says what it is and where its parts are', async () => {
    const types = ['state', 'organisation', 'body', 'person'].map((id) => ({ id }));
    expect(await answer(shapes.manifest, '')).toMatchObject({ batchSize: 50, defaultTypes: types });
  });

  it.each([
    ['its name', 'Talland'],
    ['capitals', 'TALLAND'],
    ['another language', 'Tallorszag'],
    ['another script', 'Талландія'],
    ['an alias', 'republic of talland'],
    ['its code', 'TLD'],
    ['its Wikidata id', 'Q990001'],
  ])('matches a state by %s', async (_, query) => {
    expect(await matched({ query })).toEqual(['talland']);
  });

  it('matches a person whatever the order of the name, and offers other spellings without a match', async () => {
    expect(await matched({ query: 'Szilvássy Árpád', type: 'person' })).toEqual(['arpad-szilvassy']);
    for (const query of ['Arpad Silvashi', 'Szilvasy Arpad', 'Сілваші']) {
      const [first] = await candidates({ query });
      expect(slugOf(first?.id ?? ''), query).toBe('arpad-szilvassy');
    }
    expect(await matched({ query: 'Szilvasy Arpat' })).toEqual([]);
  });

  it.each([
    ['a letter too many', 'Ostlanld'],
    ['a letter too few', 'Ostlnd'],
    ['another letter', 'Ostlomd'],
    ['more letters in two places', 'Ostelandia'],
  ])('offers what is spelt with %s', async (_, query) => {
    const [first] = await candidates({ query });
    expect([slugOf(first?.id ?? ''), first?.match]).toEqual(['ostland', false]);
  });

  it('matches by its id', async () => {
    expect(await matched({ query: ids['ostland'] })).toEqual(['ostland']);
  });

  it('leaves it open which of two namesakes is meant, unless their type says so', async () => {
    const both = await candidates({ query: 'Harbour' });
    expect(both.map(({ score, match }) => [score, match])).toEqual([[100, false], [100, false]]); // prettier-ignore
    expect(await matched({ query: 'Harbour', type: 'body' })).toEqual(['harbour-of-the-north']);
    expect(await matched({ query: 'Harbour', type: ['person', 'organisation'] })).toEqual(['harbour-of-the-south']);
    expect(await candidates({ query: 'Harbour', type: 'ship' })).toEqual([]);
  });

  it('trusts an identifier more than a name', async () => {
    const by = (pid: string, v: unknown) => ({ properties: [{ pid, v }] });
    expect(await matched(by('iso3166-1-alpha-3', 'tld'))).toEqual(['talland']);
    expect(await matched(by('iso3166-1', ['ZZ', 'OL']))).toEqual(['ostland']);
    expect(await matched(by('wikidata', 'https://www.wikidata.org/entity/Q990001'))).toEqual(['talland']);
    expect(await matched({ query: 'Tallland', ...by('iso3166-1', 'TL') })).toEqual(['talland']);
    const [first] = await candidates({ query: 'Talland', ...by('iso3166-1', 'XX') });
    expect(first).toMatchObject({ score: 50, match: false });
    expect(await matched({ query: 'Talland', ...by('colour', 'blue') })).toEqual(['talland']);
  });

  it('takes an acronym for the name that it is, whatever identifiers its organisation has', async () => {
    const [first] = await candidates({ query: 'GRU' });
    expect([slugOf(first?.id ?? ''), first?.score, first?.match]).toEqual(['grain-union', 100, true]);
    // A code that was given is another matter: it speaks against the name, whatever that looks like.
    const [doubted] = await candidates({ query: 'GRU', properties: [{ pid: 'wikidata', v: 'Q990009' }] });
    expect([doubted?.score, doubted?.match]).toEqual([50, false]);
  });

  it('weighs the names of the types that are asked for, however many others are nearer', async () => {
    const [first] = await candidates({ query: 'Quayside', type: 'state' });
    expect(slugOf(first?.id ?? '')).toBe('quayside-republic');
  });

  it('answers a batch under the names of its queries, each within its limit', async () => {
    const queries = { a: { query: 'Talland' }, b: { query: 'Harbour', limit: 1 }, 'c d': { query: 'zzqx' } };
    const told = (await answer(shapes.results, '', { queries })) as Record<string, { result: Candidate[] }>;
    expect(Object.entries(told).map(([name, { result }]) => [name, result.length > 0])).toEqual([
      ['a', true],
      ['b', true],
      ['c d', false],
    ]);
    expect(told['b']?.result).toHaveLength(1);
  });

  it('knows nothing of drafts, of what was withdrawn, and of what came later', async () => {
    expect(JSON.stringify(await candidates({ query: `${canary} Talland` }))).not.toContain(canary);
    expect(await candidates({ properties: [{ pid: 'wikidata', v: 'Q999' }] })).toEqual([]);
    expect(await candidates({ query: 'Goneland', properties: [{ pid: 'wikidata', v: 'Q990003' }] })).toEqual([]);
    expect(await candidates({ query: 'Talland' }, new Date('2020-01-01'))).toEqual([]);
  });
});

describe('its other parts', () => {
  it('suggests actors by the beginning of a name in any script, types and properties', async () => {
    const told = (await answer(shapes.suggestions, '/suggest/entity', { prefix: 'Талланді' })) as { result: object[] };
    expect(told.result).toEqual([
      {
        id: ids['talland'],
        name: 'Talland',
        notable: [{ id: 'state', name: 'State' }],
        description: 'Талландія · A state on <both> sides of the strait.',
      },
    ]);
    expect(await answer(shapes.suggestions, '/suggest/entity', { prefix: 'talland', cursor: '1' })).toEqual({
      result: [],
    });
    const [known, gone] = [{ prefix: ids['talland'] }, { prefix: ids['gone'] }];
    expect(await answer(shapes.suggestions, '/suggest/entity', known)).toMatchObject({ result: [{ name: 'Talland' }] });
    expect(await answer(shapes.suggestions, '/suggest/entity', gone)).toEqual({ result: [] });
    const later = { result: [{ id: 'body' }, { id: 'person' }] };
    expect(await answer(shapes.names, '/suggest/type', { prefix: '', cursor: '2' })).toMatchObject(later);
    expect(await answer(shapes.suggestions, '/suggest/entity', { prefix: canary })).toEqual({ result: [] });
    expect(await answer(shapes.names, '/suggest/type', { prefix: 'st' })).toEqual({
      result: [{ id: 'state', name: 'State' }],
    });
    const { result } = (await answer(shapes.names, '/suggest/property', { prefix: 'iso' })) as { result: object[] };
    expect(result).toHaveLength(2);
  });

  it('extends data with values of properties', async () => {
    const proposal = (await answer(shapes.proposal, '/properties', { type: 'state', limit: '50' })) as {
      properties: { id: string }[];
    };
    const extend = {
      ids: [ids['talland'], ids['gone'], 'act_x'],
      properties: [...proposal.properties.map(({ id }) => ({ id })), { id: 'colour' }],
    };
    const told = (await answer(shapes.extension, '', { extend })) as {
      rows: Record<string, Record<string, unknown[]>>;
    };
    expect(told.rows[ids['talland'] ?? '']).toEqual({
      name: ['Talland', 'Tallország', 'Талландія', 'Republic of Talland'].map((str) => ({ str })),
      type: [{ str: 'state' }],
      description: [{ str: 'A state on <both> sides of the strait.' }],
      'iso3166-1-alpha-2': [{ str: 'TL' }],
      'iso3166-1-alpha-3': [{ str: 'TLD' }],
      wikidata: [{ str: 'Q990001' }],
      'member-of': [{ id: ids['league'], name: 'League of Straits' }],
      colour: [],
    });
    for (const id of [ids['gone'], 'act_x']) expect(Object.values(told.rows[id ?? ''] ?? {}).flat()).toEqual([]);
  });

  it('leads to the page of an actor, and shows it in a few lines without anything that runs', async () => {
    const view = await ask(`/view/${ids['talland']}`);
    expect([view.status, view.headers['location']]).toEqual([303, `${origin}/actors/talland`]);
    const { text } = await ask(`/preview/${ids['talland']}`);
    expect(text).toContain('A state on &lt;both&gt; sides of the strait.');
    expect(text).not.toMatch(/<script|<style|<img|style=|\son[a-z]+=/i);
    for (const id of [ids['gone'], 'act_x', 'stm_01h455vb4pex5vsknk084sn02q'])
      for (const part of ['view', 'preview']) expect((await ask(`/${part}/${id}`)).status).toBe(404);
  });
});

describe('what is no question', () => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`q${at}`, { query: 'a' }]));
  it.each([
    ['no JSON', '', { queries: '{' }],
    ['a list', '', { queries: [] }],
    ['nothing asked', '', { queries: { q0: {} } }],
    ['an unknown key', '', { queries: { q0: { query: 'a', draft: true } } }],
    ['a condition for a value', '', { queries: { q0: { query: { not: '' } } } }],
    ['a NUL', '', { queries: { q0: { query: 'a\0b' } } }],
    ['half a character', '', { queries: '{"q0":{"query":"\\ud800"}}' }],
    ['far too long a name', '', { queries: { q0: { query: 'x'.repeat(301) } } }],
    ['too many queries', '', { queries: many }],
    ['too many actors', '', { extend: { ids: Array(101).fill('a'), properties: [] } }],
    ['both at once', '', { queries: {}, extend: { ids: [], properties: [] } }],
    ['a callback', '', { callback: 'alert' }],
    ['a cursor that is none', '/suggest/entity', { prefix: 'a', cursor: '-1' }],
    ['a limit that is none', '/properties', { limit: '0' }],
  ])('is refused with what is wrong: %s', async (_, below, given) => {
    const { status, headers, text } = await ask(below, given);
    expect([status === 400 || status === 429, headers['content-type']]).toEqual([true, 'application/problem+json']);
    expect(text).not.toMatch(/[.](?:ts|js):\d|prisma|SELECT/i);
  });

  it('is answered, whatever it is, with a well-formed answer or a refusal', async () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.jsonValue({ maxDepth: 2 }));
    const query = fc.record(
      { query: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), anything), type: anything, limit: fc.oneof(fc.integer(), anything), properties: fc.array(fc.record({ pid: fc.constantFrom('wikidata', 'iso3166-1', 'x'), v: anything })) },
      { requiredKeys: ['query'] },
    ); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(query, anything), { maxKeys: 3 }),
        async (queries) => {
          const { status, text } = await ask('', { queries });
          expect([200, 400]).toContain(status);
          if (status === 200) expect(shapes.results(JSON.parse(text))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
