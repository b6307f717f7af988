import { generatedHistory } from '@rapporteur/core/testing/generated-bundle';
import { importBundle } from '@rapporteur/core/bundle/import';
import { makeExport } from '@rapporteur/core/export/make';
import { readerConnection } from '@rapporteur/db/connection';
import { bundleOf, samplePeople, sampleSource, sampleState, sampleStatement } from '@rapporteur/core/bundle/sample';
import { createDraft } from '@rapporteur/core/record/create';
import { ReadServers } from '@rapporteur/db/read-servers';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe as group, expect, it } from 'vitest';
import { publicContextFrom } from '../context';
import { answerRest } from './answer';
import { describe } from './document';
import { anchorOf, explained } from './problem';
import { endpointAt, endpoints } from './endpoints';
import { fieldNames } from './fields';
import { referenceMarkup } from './reference';
import { Checker } from './testing/described';
import { generatedTargets } from './testing/generated-requests';

// The contract of the interface for programs, and cases A02, B01, B02, B04 and G01 of the security catalogue on it.

const origin = 'https://record.example';
const canary = 'CNRY-DRAFT-rest';
const described = describe(origin);
const checker = new Checker(described);

let database: TestDatabase;
let people: Awaited<ReturnType<typeof samplePeople>>;
/** Keys of records of every kind, by slug and by id, under what their addresses begin with; one is withdrawn and one is merged. */
const there = new Map<string, string[]>();

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  const [history = []] = fc.sample(
    fc.gen().map((pick) => generatedHistory(pick)),
    { numRuns: 1, seed: 20_311_204 },
  );
  for (const lines of history) {
    await importBundle(database.owner, bundleOf(...lines), people).catch((error: unknown) => {
      if (!(error instanceof RapporteurError)) throw error;
    });
  }
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleStatement('calm-meeting')), people);
  const draft = { type: 'state', names: [{ text: canary, language: 'en', use: 'preferred' }], description: null };
  const content = { ...draft, identifiers: [], memberships: [], offices: [] };
  await createDraft(database.owner, people.importer, { kind: 'actor', slug: 'canary', content, citations: [] });
  const entries = await database.owner.entry.findMany({ select: { id: true, slug: true, kind: true } });
  const passage = await database.owner.passage.findFirstOrThrow();
  for (const { id, slug, kind } of entries) {
    const segment = segmentOf(kind as Kind);
    there.set(segment, [...(there.get(segment) ?? []), id, slug]);
  }
  await makeExport(database.owner, {
    reader: readerConnection(database.connection),
    site: origin,
    licence: 'CC-BY-4.0',
  });
  there.set('passages', [passage.id]);
  there.get('actors')?.push('canary');
}, 240_000);
afterAll(() => database.close());

interface Listed {
  version: number;
  href: string;
  files: { href: string; sha256: string }[];
}

interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: unknown;
  text: string;
}

async function ask(target: string, instant: Date | null = null): Promise<Answer> {
  const { status, headers, body } = await answerRest({ target, instant, version: null, origin }, (asked) =>
    publicContextFrom(new ReadServers(database.server), asked),
  );
  const text = body.toString();
  const isJson = headers['content-type']?.includes('json') ?? false;
  return { status, headers, body: isJson ? (JSON.parse(text) as unknown) : null, text };
}

/** The path of the document that a target is an answer of, and what is wrong with the answer. */
function faultsOf(target: string, { status, headers, body, text }: Answer): string[] {
  if (text.includes(canary)) return [`${target} gives a draft away`];
  const [path = ''] = target.slice('/api/v1'.length).split('?');
  const found = endpointAt(path === '' ? '/' : path);
  // What the document does not describe is not found, and says so like everything else.
  const described = found?.endpoint.path ?? '/passages/{id}';
  if (status === 308) return headers['location']?.startsWith(`${origin}/api/v1/`) ? [] : [`${target} leads astray`];
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return checker.faults(described, status, type, body);
}

async function first(path: string): Promise<string> {
  const { body } = await ask(`/api/v1${path}?limit=1`);
  return (body as { items: { record: { slug: string } }[] }).items[0]?.record.slug ?? '';
}

group('the OpenAPI document', () => {
  it('has nothing that the linter of OpenAPI finds fault with', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: JSON.stringify(described), absoluteRef: 'openapi.json', config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
    const spoiled = { ...described, paths: { ...described.paths, '/x/{y}': { get: { responses: {} } } } };
    expect(
      await lintFromString({ source: JSON.stringify(spoiled), absoluteRef: 'openapi.json', config }),
    ).not.toHaveLength(0);
  });

  it('has an example of every answer, which is one', () => {
    for (const { path, example } of endpoints)
      expect(checker.faults(path, 200, 'application/json', JSON.parse(JSON.stringify(example)))).toEqual([]);
    expect(checker.faults('/status', 200, 'application/json', { version: 'one' })).not.toEqual([]);
  });

  it('is served, with a reference for people that needs no script', async () => {
    const document = await ask('/api/v1/openapi.json');
    expect(document.body).toMatchObject({ openapi: '3.1.1', servers: [{ url: `${origin}/api/v1` }] });
    const text = referenceMarkup(origin);
    expect([text.includes('<script'), text.includes('style=')]).toEqual([false, false]);
    for (const { id } of endpoints) expect(text).toContain(`id="${id}"`);
    // Every sort of problem is explained where its type leads.
    for (const { code } of explained) expect(text).toContain(`id="${anchorOf(code)}"`);
    for (const [, anchor] of text.matchAll(/href="#([^"]+)"/g)) expect(text).toContain(`id="${anchor}"`);
    const anchors = [...text.matchAll(/ id="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});

/** What some endpoints cannot be asked without. */
const needs = [
  ['/diff', '?from=1&to=1'],
  ['/suggestions', '?q=a'],
  ['/votes/compared', '?with=alone'],
] as const;

group('addresses that lead on', () => {
  it('ask the same of the record that another was merged into', async () => {
    const merged = await database.owner.entry.findFirstOrThrow({ where: { state: 'merged' } });
    const into = await database.owner.entry.findUniqueOrThrow({ where: { id: merged.mergedIntoId ?? '' } });
    const [from, to] = [merged, into].map(({ slug }) => `/api/v1/${segmentOf(merged.kind as Kind)}/${slug}`);
    const { status, headers } = await ask(`${from}?language=de&fields=title`);
    expect([status, headers['location']]).toEqual([308, `${origin}${to}?language=de&fields=title`]);
    const mentions = await ask(`${from}/mentions?limit=2&after=WyJhIl0`);
    expect([mentions.status, mentions.headers['location']]).toEqual([308, `${origin}${to}/mentions?limit=2`]);
  });

  it('are all of them answered in the past too', async () => {
    const past = (await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'asc' } })).recordedAt;
    const { links } = (await ask('/api/v1', past)).body as { links: Record<string, string> };
    expect(links['actors']).toContain('?asOf=');
    expect(links['stream']).toBe(`${origin}/api/v1/changes/stream`);
  });
});

group('cursors', () => {
  it('belong to their list: another one refuses them, and says so', async () => {
    const lists = ['actors?', 'statements?', 'commitments?', 'search?kind=actor&', 'search?kind=actor&sort=date&'];
    const askFor = (list: string, page: string) => ask(`/api/v1/${list}${page}`);
    const firsts = await Promise.all(lists.map((list) => askFor(list, 'limit=1')));
    for (const [of, { body }] of firsts.entries())
      for (const [at, list] of lists.entries()) {
        const answer = await askFor(list, `after=${(body as { next: string }).next}`);
        const refused = { status: 400, errors: [{ detail: 'is the cursor of another list' }] };
        expect(answer, `${list} ${of}`).toMatchObject(at === of ? { status: 200 } : { body: refused });
      }
  });

  it('go on after a name as long as names are', async () => {
    const named = (slug: string, letter: string) => {
      const state = sampleState(slug);
      return {
        ...state,
        content: { ...state.content, names: [{ text: letter.repeat(500), language: 'uk', use: 'preferred' }] },
      };
    };
    await importBundle(database.owner, bundleOf(named('long-one', 'я'), named('long-two', 'є')), people);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body } = await ask(`/api/v1/actors?limit=1${after === '' ? '' : `&after=${after}`}`);
      const page = body as { items: { record: { slug: string } }[]; next: string | null };
      seen.push(...page.items.map(({ record }) => record.slug));
      after = page.next;
    }
    expect(seen).toEqual(expect.arrayContaining(['long-one', 'long-two']));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

group('moments and spans', () => {
  it('lead on by the day that was asked for, and tell of now while it lasts', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { headers, body } = await ask('/api/v1/actors?limit=1', new Date(`${today}T23:59:59.999Z`));
    expect(headers['link']).toMatch(new RegExp(`[?&]asOf=${today}>; rel="next"`));
    expect((body as { items: { href: string }[] }).items[0]?.href).toMatch(new RegExp(`[?]asOf=${today}$`));
    expect(new Date(headers['memento-datetime'] ?? '').getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('are read turned round as the span they mean', async () => {
    const between = async (from: string, to: string) =>
      (await ask(`/api/v1/search?kind=statement&from=${from}&to=${to}`)).body as { total: { count: number } };
    const asMeant = await between('2021-05-01', '2021-05-31');
    expect(asMeant.total.count).toBeGreaterThan(0);
    expect(await between('2021-05-31', '2021-05-01')).toEqual(asMeant);
  });
});

group('what there is to download', () => {
  it('is listed with the address and checksum of each file, and has no past', async () => {
    const { items } = (await ask('/api/v1/exports')).body as { items: Listed[] };
    const [{ version, href, files } = { version: 0, href: '', files: [] }] = items;
    expect(href).toBe(`${origin}/data/${version}/datapackage.json`);
    const stored = await database.owner.exportFile.findMany({ where: { version: BigInt(version) } });
    expect(new Map(files.map((file) => [file.href, file.sha256]))).toEqual(
      new Map(stored.map((file) => [`${origin}/data/${version}/${file.path}`, file.sha256])),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(await ask('/api/v1/exports', new Date())).toMatchObject({ status: 404 });
    expect((await ask('/api/v1')).body).toMatchObject({ links: { exports: `${origin}/api/v1/exports` } });
  });
});

group('every endpoint', () => {
  it('answers as the document says, now and in the past', async () => {
    const slugs = new Map<string, string>();
    const passage = (await database.owner.passage.findFirstOrThrow()).id;
    const past = (await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'asc' } })).recordedAt;
    for (const { path } of endpoints) {
      const [, segment = ''] = path.split('/');
      if (path.includes('{key}') && !slugs.has(segment)) slugs.set(segment, await first(`/${segment}`));
      const { id } = await database.owner.entry.findFirstOrThrow({ where: { state: 'live' } });
      const filled = path
        .replace('{key}', slugs.get(segment) ?? '')
        .replace('/passages/{id}', `/passages/${passage}`)
        .replace('/questions/{id}', '/questions/none')
        .replace('{id}/{revision}', `${id}/1`);
      const target = `/api/v1${filled === '/' ? '' : filled}${needs.find(([end]) => path.endsWith(end))?.[1] ?? ''}`;
      for (const instant of [null, past, new Date('0001-01-01T00:00:00Z')]) {
        const answer = await ask(target, instant);
        expect(faultsOf(target, answer)).toEqual([]);
        // Not everything was there then, and no question was frozen in this record.
        const mayLack = instant !== null || path.startsWith('/questions');
        if (!mayLack || answer.status !== 404) expect([target, answer.status]).toEqual([target, 200]);
      }
    }
  });

  it('answers 5,000 requests made from its schemas, and from what does not fit them, without a fault of its own', async () => {
    const began = performance.now();
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        generatedTargets(described, (segment) => there.get(segment) ?? []),
        async (target) => {
          const answer = await ask(target);
          seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
          expect(answer.status).toBeLessThan(500);
          const isWhole = !/[?&]fields=/.test(target) || answer.status !== 200;
          if (isWhole) expect(faultsOf(target, answer)).toEqual([]);
        },
      ),
      { numRuns: 5000 },
    );
    // Neither refused all the way nor taken for anything.
    expect(seen.get(200)).toBeGreaterThan(500);
    expect(seen.get(400)).toBeGreaterThan(500);
    expect(performance.now() - began).toBeLessThan(240_000);
  }, 300_000);

  it('gives the fields that are chosen, as the whole answer has them', async () => {
    for (const path of [
      '/actors',
      '/search',
      '/publications',
      '/changes',
      '/status',
      `/actors/${await first('/actors')}`,
    ]) {
      const whole = (await ask(`/api/v1${path}`)).body as Record<string, unknown>;
      const found = endpointAt(path);
      const [one = '', two = ''] = found === null ? [] : fieldNames(found.endpoint);
      const part = (await ask(`/api/v1${path}?fields=${two},${one}`)).body as Record<string, unknown>;
      const pick = (from: object) =>
        Object.fromEntries(Object.entries(from).filter(([name]) => [one, two].includes(name)));
      const items = whole['items'] as object[] | undefined;
      expect(part).toEqual(items === undefined ? pick(whole) : { ...whole, items: items.map(pick) });
    }
    expect((await ask('/api/v1/actors?fields=record,state')).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/fields' }],
    });
  });
});
