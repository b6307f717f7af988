import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { bundleOf, samplePeople } from '@rapporteur/core/bundle/sample';
import { candidatesFor } from '@rapporteur/core/reconcile/candidates';
import { addressesIn, countParts, newsSince } from '@rapporteur/core/sitemap/addresses';
import { generatedHistory, type Lines } from '@rapporteur/core/testing/generated-bundle';
import { publishedTranslation } from '@rapporteur/core/testing/translation';
import { ReadServers } from '@rapporteur/db/read-servers';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { plainChoice } from '@rapporteur/domain/board/choice';
import { RapporteurError } from '@rapporteur/domain/errors';
import { kinds, type Kind } from '@rapporteur/domain/kinds';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publicContextFrom, type PublicContext } from './context';
import { publicCaller, publicRouter } from './router';

// Design §5: the same reads answer about any date. Each public procedure is asked of the record as it stands, and of the
// record as it stood at the newest instant; and once more when it has changed, just before that change. To the byte.

let database: TestDatabase;
let people: ImportPeople;
beforeEach(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
});
afterEach(() => database.close());

/**
 * Every procedure, with what is asked of it: of the whole record, and of addresses that were ever public, another third of
 * them at each turn.
 */
async function questions(turn: number): Promise<[path: string, inputs: object[]][]> {
  const third = <T>(all: readonly T[]): T[] => all.filter((_, index) => (index + turn) % 3 === 0);
  const all = await database.owner.entry.findMany({
    select: { id: true, kind: true, slug: true },
    orderBy: { id: 'asc' },
  });
  const entries = third(all);
  const addresses = entries.map(({ kind, slug }) => ({ kind: kind as Kind, slug }));
  const ofKind = (...wanted: Kind[]) => addresses.filter(({ kind }) => wanted.includes(kind));
  const published = await database.owner.publication.findMany({
    where: { action: { in: ['publish', 'correct', 'update', 'edit'] } },
    select: { recordId: true, revisionNumber: true },
  });
  const revisions = third(published);
  const passages = await database.owner.passage.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 12 });
  const statement = ofKind('statement')[0];
  const searches = ['calm', 'Київ', '"was calm."', 'meeting -calm', 'metting', ''].flatMap((question) =>
    (['relevance', 'date'] as const).map((sort) => ({
      question,
      filter: question === '' ? { kinds: ['statement', 'actor', 'source'] } : {},
      sort,
    })),
  );
  const actor = all.find(({ kind }) => kind === 'actor');
  const frozen = [
    ...third(kinds).map((kind) => ({ of: 'list', kind })),
    ...third(searches).map((search) => ({ of: 'search', ...search })),
    ...(actor ? [{ of: 'related', id: actor.id, list: 'mentions' }] : []),
    ...(actor ? [{ of: 'board', id: actor.id, member: null, region: null, choice: plainChoice, show: 'board' }] : []),
  ].map((question) => ({ question }));
  const ids = await Promise.all(frozen.map((input) => ask(null, 'question.freeze', input)));
  const reopened = ids.flatMap((answer) => {
    const id = (JSON.parse(answer) as { id?: string } | null)?.id;
    return id === undefined ? [] : [{ id }];
  });
  return Object.entries({
    'record.get': [...addresses, ...entries.map(({ id }) => ({ id }))],
    'record.link': addresses,
    'record.source': ofKind('source').flatMap(({ slug }) => [
      { slug, part: 1 },
      { slug, part: 1, language: 'uk' },
    ]),
    'record.sources': [{}, { form: 'article' }, { limit: 1 }],
    'record.list': kinds.flatMap((kind) => [{ kind }, { kind, limit: 1 }]),
    'record.permalink': revisions.map(({ recordId: id, revisionNumber: revision }) => ({ id, revision })),
    'record.history': entries.map(({ id }) => ({ id })),
    'record.diff': revisions.map(({ recordId: id, revisionNumber: to }) => ({ id, to })),
    'related.statements': addresses,
    'related.positions': addresses,
    'related.mentions': addresses,
    'related.votes': ofKind('actor').flatMap(({ slug }) => [
      { slug },
      { slug, filter: { choices: ['yes', 'no'], words: 'meeting', from: '2021' } },
    ]),
    'related.votesCompared': ofKind('actor').flatMap(({ slug }) =>
      ofKind('actor').map((other) => ({ slug, with: other.slug })),
    ),
    'event.issues': [{}, { type: 'vote' }],
    'event.list': [
      {},
      { limit: 1 },
      { filter: { words: 'meeting', to: '2021-05' } },
      ...ofKind('actor').map(({ slug: actor }) => ({ filter: { actor, types: ['meeting', 'vote'] } })),
    ],
    'related.passageUses': passages,
    'board.get': ofKind('actor', 'issue'),
    'programme.around': ofKind('programme').flatMap(({ slug }) => [{ slug }, { slug, language: 'uk' }]),
    'translation.get': addresses.map((address) => ({ ...address, language: 'uk' })),
    'translation.orOriginal': addresses.map((address) => ({ ...address, language: 'uk' })),
    'translation.names': [{ language: 'uk', ids: all.map(({ id }) => id) }],
    'feed.record': [{}],
    'feed.corrections': [{}],
    'feed.search': third(searches).map((question) => ({ question: { of: 'search', ...question } })),
    'feed.about': ofKind('actor', 'issue', 'programme'),
    'search.find': searches,
    'search.findToCite': third(searches),
    'search.suggest': ['me', 'ca', 'ки', 'naive'].map((typed) => ({ typed })),
    'question.freeze': frozen,
    'question.reopen': reopened,
    'question.answer': reopened,
    'publication.list': [{}, { only: 'corrections' }],
    'publication.since': [{}, { change: 'corrections' }, { kind: 'actor' }].map((filter) => ({
      from: '2020-01-01T00:00:00.000Z',
      ...filter,
    })),
    'publication.changes': [{}, { after: 3, limit: 2 }],
    'publication.moments': [
      { of: null },
      ...addresses.slice(0, 12).map((of) => ({ of })),
      ...(statement ? [{ of: { ...statement, language: 'uk' } }] : []),
    ],
    'status.get': [{}],
    'status.overview': [{}],
    'export.list': [{}],
    ...Object.fromEntries(Object.keys(besides).map((name) => [name, [{}]])),
  });
}

/** What is read of the record beside the procedures: the site map, and the matching of names. */
const besides: Record<string, (context: PublicContext) => Promise<unknown>> = {
  sitemap: ({ read }) => read(async (published) => [await countParts(published), await addressesIn(published, 1)]),
  news: ({ read }) => read((published) => newsSince(published, new Date(0))),
  reconciliation: ({ read }) =>
    read((published) => candidatesFor(published, [{ name: 'the meeting', identifiers: [], types: null }])),
};

/** An answer to the byte; a refusal by its words. */
async function ask(asOf: Date | null, path: string, input: object): Promise<string> {
  const context = publicContextFrom(new ReadServers(database.server), {
    asOf: asOf?.toISOString() ?? null,
    version: null,
  });
  const beside = besides[path];
  const call = () =>
    beside
      ? beside(context)
      : (
          path
            .split('.')
            .reduce((at: unknown, name) => (at as Record<string, unknown>)[name], publicCaller(context)) as (
            input: object,
          ) => Promise<unknown>
        )(input);
  return call().then(
    (answer) => JSON.stringify(answer) ?? 'undefined',
    (error: unknown) => `refused: ${String(error)}`,
  );
}

type Answers = Map<string, string>;

async function answers(asked: [string, object[]][], asOf: Date | null): Promise<Answers> {
  const all = asked.flatMap(([path, inputs]) => inputs.map((input) => ({ path, input })));
  const found: Answers = new Map();
  const workers = Array.from({ length: 4 }, async () => {
    for (let next = all.pop(); next !== undefined; next = all.pop())
      found.set(`${next.path} ${JSON.stringify(next.input)}`, await ask(asOf, next.path, next.input));
  });
  await Promise.all(workers);
  return found;
}

/** Where the answers part, with the first words that differ. */
function differences(live: Answers, past: Answers): string[] {
  return [...live].flatMap(([question, answer]) => {
    const then = past.get(question) ?? 'nothing';
    if (then === answer) return [];
    let at = 0;
    while (answer[at] === then[at]) at += 1;
    const [is, was] = [answer, then].map((words) => words.slice(Math.max(0, at - 120), at + 120));
    return [`${question}\n  live: …${is}\n  past: …${was}`];
  });
}

/** What is of today also in the past: the rights of a source, and that it is public (decision 108). They stay as they were. */
function withRightsKept(history: Lines[]): Lines[] {
  const rights = new Map<unknown, unknown>();
  return history.map((lines) =>
    lines
      .filter(({ type, kind }) => kind !== 'source' || type === 'record')
      .map((line) => {
        if (line['kind'] !== 'source') return line;
        const content = line['content'] as Record<string, unknown>;
        if (!rights.has(line['slug'])) rights.set(line['slug'], content['rights']);
        return { ...line, content: { ...content, rights: rights.get(line['slug']) } };
      }),
  );
}

async function translateOne(n: number): Promise<void> {
  const live = await database.owner.entry.findMany({ where: { kind: 'issue', state: 'live' }, orderBy: { id: 'asc' } });
  const { id, revisionNumber } = live[n % live.length] ?? {};
  if (id === undefined || revisionNumber === null || revisionNumber === undefined) return;
  await publishedTranslation(database.owner, people, {
    id,
    language: 'uk',
    baseRevision: revisionNumber,
    texts: { '/question': `Питання ${n}?`, '/shortTitle': `Питання ${n}` },
  });
}

it('every public read answers about the newest instant, and later about that instant, what it answers live', async () => {
  const found: string[] = [];
  let last: { sequence: bigint; asked: [string, object[]][]; live: Answers } | null = null;
  let states = 0;
  /** Looks at the record as it stands now, and once more at how it stood until now. */
  async function look(): Promise<void> {
    const since = await database.owner.publication.findMany({
      where: { sequence: { gt: last?.sequence ?? 0n } },
      orderBy: { sequence: 'asc' },
    });
    const [first, newest] = [since[0], since.at(-1)];
    if (first === undefined || newest === undefined) return;
    if (last) {
      const then = await answers(last.asked, new Date(first.recordedAt.getTime() - 1));
      found.push(...differences(last.live, then).map((one) => `before publication ${first.sequence}: ${one}`));
    }
    const asked = await questions(states);
    const live = await answers(asked, null);
    const past = await answers(asked, newest.recordedAt);
    found.push(...differences(live, past).map((one) => `at publication ${newest.sequence}: ${one}`));
    last = { sequence: newest.sequence, asked, live };
    states += 1;
  }
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (pick) => {
      for (const [n, lines] of withRightsKept(generatedHistory(pick)).entries()) {
        await importBundle(database.owner, bundleOf(...lines), people).catch((error: unknown) => {
          if (!(error instanceof RapporteurError)) throw error;
        });
        if (n % 2 === 0) await translateOne(n);
        await look();
      }
    }),
    { numRuns: 1, endOnFailure: true },
  );
  expect(states).toBeGreaterThan(3);
  expect(found.slice(0, 20).join('\n')).toBe('');
}, 300_000);

it('asks every procedure', async () => {
  await importBundle(
    database.owner,
    bundleOf(...(generatedHistory(fc.sample(fc.gen(), 1)[0] as never)[0] ?? [])),
    people,
  );
  const paths = (await questions(0)).map(([path]) => path);
  expect(paths.toSorted()).toEqual([...Object.keys(publicRouter._def.procedures), ...Object.keys(besides)].toSorted());
});
