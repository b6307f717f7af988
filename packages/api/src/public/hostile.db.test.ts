import { importBundle } from '@rapporteur/core/bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '@rapporteur/core/bundle/sample';
import { freezeQuestion } from '@rapporteur/core/question/freeze';
import { createDraft } from '@rapporteur/core/record/create';
import { ReadServers } from '@rapporteur/db/read-servers';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { plainChoice } from '@rapporteur/domain/board/choice';
import { everyActor } from '@rapporteur/domain/region/actor-filter';
import { newId } from '@rapporteur/domain/ids';
import { initTRPC } from '@trpc/server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemOf } from '../errors';
import { hostileVariants } from '../testing/hostile';
import { publicContextFrom, type PublicContext } from './context';
import { createCallerFactory, publicProcedure, router } from './procedure';
import { publicRouter } from './router';

// Cases B01, B02 and B04 of the security catalogue for whatever anybody may ask of the public record.

let database: TestDatabase;
const there = { record: newId('actor'), passage: '', frozen: '' };
/** A word that stands in an unpublished text only. */
const canary = 'CNRY-DRAFT-public-hostile';

beforeAll(async () => {
  database = await testDatabase();
  const people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleMeeting), people);
  const { id } = await database.owner.record.findFirstOrThrow({ where: { kind: 'actor' } });
  const passage = await database.owner.passage.findFirstOrThrow();
  const frozen = await freezeQuestion(database.reader, { of: 'list', kind: 'actor', ...everyActor });
  Object.assign(there, { record: id, passage: passage.id, frozen: frozen?.id });
  const content = { ...sampleState().content, names: [{ text: canary, language: 'en', use: 'preferred' }] };
  await createDraft(database.owner, people.importer, { kind: 'actor', slug: 'canary', content, citations: [] });
});
afterAll(() => database.close());

const page = { after: 'bm9uZQ', limit: 10 };
const narrowed = { words: 'calm -"long ago"', from: '1975', to: '1975-06-30', issue: null };
const votesFilter = { choices: ['yes', 'no'], ...narrowed };
const eventsFilter = { types: ['meeting', 'vote'], actor: 'sampleland', ...narrowed };
const ofRecord = { kind: 'actor', slug: 'sampleland', ...page };
/** An input of each public procedure, with all that may be left out; about what is there. */
const inputs = (): Record<string, object[]> => ({
  'record.get': [{ kind: 'actor', slug: 'sampleland' }, { id: there.record }],
  'record.list': [{ kind: 'actor', type: 'state', region: '150', ...page }],
  'record.link': [{ kind: 'actor', slug: 'sampleland' }, { id: there.record }],
  'record.sources': [
    { form: 'article', publisher: 'act_01hgw2bbg0000000000000000a', year: '2021', ...page },
    { of: 'un-votes' },
  ],
  'record.source': [{ slug: 'sample-report', part: 1, language: 'uk' }],
  'record.permalink': [{ id: there.record, revision: 1 }],
  'record.history': [{ id: there.record }],
  'record.diff': [{ id: there.record, from: 1, to: 2 }],
  'related.statements': [ofRecord],
  'related.positions': [ofRecord],
  'related.mentions': [ofRecord],
  'related.votes': [{ slug: 'sampleland', filter: votesFilter, ...page }],
  'related.votesCompared': [{ slug: 'sampleland', with: 'sampleland', filter: votesFilter, ...page }],
  'event.issues': [{ type: 'vote' }],
  'event.list': [{ filter: eventsFilter, ...page }],
  'related.passageUses': [{ id: there.passage, ...page }],
  'board.get': [{ kind: 'issue', slug: 'calm', member: 'sampleland', region: '150', ...page }],
  'programme.around': [{ slug: 'sample-programme', language: 'uk' }],
  'translation.get': [{ kind: 'actor', slug: 'sampleland', language: 'uk' }],
  'translation.names': [{ language: 'uk', ids: [there.record] }],
  'translation.orOriginal': [{ kind: 'actor', slug: 'sampleland', language: 'uk' }],
  'feed.record': [{}],
  'feed.corrections': [{}],
  'feed.search': [{ question: { of: 'search', question: 'Sampleland', filter: {}, sort: 'date' } }],
  'feed.about': [{ kind: 'actor', slug: 'sampleland' }],
  'search.find': [{ question: 'Sampleland', filter: {}, sort: 'date', after: null, limit: 10 }],
  'search.findToCite': [{ question: 'Sampleland', filter: {}, sort: 'date', after: null, limit: 10 }],
  'search.suggest': [{ typed: 'Samp', limit: 5 }],
  'question.freeze': [
    { question: { of: 'list', kind: 'actor' } },
    { question: { of: 'related', id: there.record, list: 'mentions' } },
    { question: { of: 'search', question: 'Sampleland', filter: {}, sort: 'date' } },
    { question: { of: 'board', id: there.record, member: null, region: null, choice: plainChoice, show: 'board' } },
  ],
  'question.reopen': [{ id: there.frozen }],
  'question.answer': [{ id: there.frozen }],
  'publication.list': [{ before: 10, only: 'corrections', limit: 10 }],
  'publication.since': [
    { from: '2020-01-01T00:00:00.000Z', change: 'corrections', kind: 'actor', before: 10, limit: 10 },
  ],
  'publication.changes': [{ after: 1, limit: 10 }],
  'publication.moments': [{ of: { kind: 'actor', slug: 'sampleland', language: 'uk' }, before: 10, limit: 10 }],
  'status.get': [{}],
  'export.list': [{}],
  'status.overview': [{}],
});
const paths = Object.keys(publicRouter._def.procedures).toSorted();

type Call = (input: unknown) => Promise<unknown>;
type Walk = (context: PublicContext) => unknown;
const asked = createCallerFactory(publicRouter);

/** A procedure, asked of the record as it stands or as it stood. */
function procedureAt(path: string, asOf: string | null, walk: Walk): Call {
  const context = publicContextFrom(new ReadServers(database.server), { asOf, version: null });
  return path.split('.').reduce((at: unknown, name) => (at as Record<string, unknown>)[name], walk(context)) as Call;
}

/** What is wrong with how an input is answered; null where nothing is. */
async function faultOf(call: Call, input: unknown, condition = false): Promise<string | null> {
  const began = performance.now();
  const outcome = await call(input).then(
    (value) => ({ code: null, value }),
    (error: unknown) => ({ code: problemOf(error).code, value: error }),
  );
  if (outcome.code === 'unavailable') return 'breaks';
  if (JSON.stringify(outcome.value ?? null).includes(canary)) return 'gives a draft away';
  if (outcome.code === null && condition) return 'takes a condition for a value';
  if (performance.now() - began > 2000) return 'takes long';
  return null;
}

/** What a procedure makes of each hostile variant of its inputs, one line a fault. */
async function faults(path: string, samples: readonly object[], walk: Walk = asked): Promise<string[]> {
  const found: string[] = [];
  for (const asOf of [null, '2024-01-01T00:00:00Z']) {
    const call = procedureAt(path, asOf, walk);
    const extra = samples.flatMap((sample) => [
      { input: { ...sample, state: 'draft' }, condition: true },
      { input: { ...sample, asOf: null }, condition: true },
      { input: [sample], condition: true },
    ]);
    for (const { input, condition } of [...samples.flatMap((sample) => [...hostileVariants(sample)]), ...extra]) {
      const fault = await faultOf(call, input, condition);
      if (fault !== null) found.push(`${path} ${fault}: ${JSON.stringify(input)?.slice(0, 200)}`);
    }
  }
  return found;
}

/** Anything that could come over the wire in the place of a value. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('input that does not belong there, at the public record', () => {
  it('has an input for every procedure', () => {
    expect(Object.keys(inputs()).toSorted()).toEqual(paths);
  });

  it.each(paths)('breaks nothing of %s, and no condition is taken for a value', async (path) => {
    expect(await faults(path, inputs()[path] ?? [])).toEqual([]);
  });

  it.each(paths)('is answered by %s whatever it is, and gives no draft away', async (path) => {
    const call = procedureAt(path, null, asked);
    for (const sample of inputs()[path] ?? []) {
      const fields = Object.fromEntries(
        Object.entries(sample).map(([name, value]) => [
          name,
          fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: anything }),
        ]),
      );
      const input = fc.oneof(
        { weight: 4, arbitrary: fc.record(fields, { requiredKeys: [] }) },
        { weight: 1, arbitrary: anything },
      );
      await fc.assert(
        fc.asyncProperty(input, async (value) => {
          expect(await faultOf(call, JSON.parse(JSON.stringify(value)))).toBeNull();
        }),
        { numRuns: 100 },
      );
    }
  });

  it('is noticed where a condition reaches the database, a text breaks it, or a draft is read', async () => {
    const planted = router({
      record: router({
        get: publicProcedure
          .input(z.any())
          .query(({ ctx, input }) =>
            ctx.read((published) => published.entry.findFirst({ where: { slug: (input as { slug: string }).slug } })),
          ),
      }),
    });
    const found = await faults('record.get', [{ kind: 'actor', slug: 'sampleland' }], createCallerFactory(planted));
    expect(found.some((fault) => fault.includes('takes a condition for a value'))).toBe(true);
    expect(found.some((fault) => fault.includes('breaks'))).toBe(true);

    const t = initTRPC.context<PublicContext>().create();
    const leaking = t.router({
      status: t.router({
        get: t.procedure.input(z.any()).query(() => database.owner.revision.findMany({ where: { state: 'draft' } })),
      }),
    });
    expect(await faults('status.get', [{}], t.createCallerFactory(leaking))).toContainEqual(
      expect.stringContaining('gives a draft away'),
    );
  });
});
