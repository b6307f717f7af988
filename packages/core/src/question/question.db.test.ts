import { createHash } from 'node:crypto';
import { asOf, type Published } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { plainChoice } from '@rapporteur/domain/board/choice';
import { everyActor } from '@rapporteur/domain/region/actor-filter';
import { parseFrozenId } from '@rapporteur/domain/question/frozen-id';
import { question, type Question } from '@rapporteur/domain/question/question';
import { frozenView, reopenedView } from '@rapporteur/domain/question/views';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import {
  bundleOf,
  sampleIssue,
  samplePeople,
  samplePosition,
  sampleSource,
  sampleState,
  sampleStatement,
} from '../bundle/sample';
import { createDraft } from '../record/create';
import { search as find } from '../search/find';
import { freezeQuestion, searchAndFreeze } from './freeze';
import { membersOf } from './members';
import { answerDocument, reopenQuestion } from './reopen';

let database: TestDatabase;
let people: ImportPeople;
const put = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
const reads = () => ({
  read: <T>(run: (published: Published) => Promise<T>) => run(database.reader),
  readAt: <T>(instant: Date, run: (published: Published) => Promise<T>) => asOf(database.past, instant, run),
});
const freeze = async (asked: unknown) => frozenView.parse(await freezeQuestion(database.reader, question.parse(asked)));
const open = async (id: string | null) => reopenedView.parse(await reopenQuestion(reads(), id ?? ''));
const idOf = async (slug: string) => (await database.owner.record.findFirstOrThrow({ where: { slug } })).id;
const slugs = ({ items }: { items: { record: { slug: string } }[] }) =>
  items.map(({ record }) => record.slug).toSorted();
const statements = async () => ({ of: 'related', id: await idOf('sampleland'), list: 'statements' });
const search = { of: 'search', question: 'calm meeting', filter: { kinds: ['statement'] }, sort: 'date' };

beforeAll(async () => {
  database = await testDatabase();
  expect(await freezeQuestion(database.reader, { of: 'list', kind: 'actor', ...everyActor })).toBeNull();
  people = await samplePeople(database.owner);
  await put(sampleSource, sampleState(), sampleState('otherland'), sampleIssue, samplePosition('held'));
  await put(sampleStatement('first-word'), sampleStatement('second-word'), sampleStatement('third-word'));
});
afterAll(() => database.close());

describe('a frozen question', () => {
  it('has the same id as long as its answer stands, and another of another question', async () => {
    const [once, again] = [await freeze(search), await freeze({ ...search, question: ' calm  meeting' })];
    expect(once).toEqual(again);
    expect(once).toMatchObject({ count: 3, complete: true });
    expect((await freeze({ ...search, question: 'calm' })).id).not.toBe(once.id);
    expect((await freeze({ of: 'list', kind: 'statement' })).sha256).not.toBe(once.sha256);
  });

  it('is an answer whose document has the hash that the id begins with', async () => {
    const { id, sha256 } = await freeze(await statements());
    const document = (await answerDocument(reads(), id ?? '')) ?? '';
    expect(createHash('sha256').update(document).digest('hex')).toBe(sha256);
    expect(parseFrozenId(id ?? '')?.fingerprint).toBe(sha256.slice(0, 32));
    const { records, complete } = JSON.parse(document) as { records: string[]; complete: boolean };
    const expected = await Promise.all(['first-word', 'second-word', 'third-word'].map(idOf));
    expect({ records, complete }).toEqual({ records: expected.map((each) => `${each}@1`).toSorted(), complete: true });
  });

  it('opens again with what came, went and changed since, and is verified against the record', async () => {
    const asked: Question[] = [await statements(), search].map((each) => question.parse(each));
    const frozen = await Promise.all(asked.map(freeze));
    for (const { id } of frozen) {
      const unchanged = await open(id);
      expect(unchanged).toMatchObject({
        verified: true,
        added: { count: 0 },
        gone: { count: 0 },
        changed: { count: 0 },
      });
    }
    await put(
      sampleStatement('fourth-word'),
      {
        ...sampleStatement('second-word'),
        change: 'update',
        content: { ...sampleStatement('x').content, act: 'warns' },
      },
      { type: 'withdrawal', kind: 'statement', slug: 'third-word', reason: 'Another one said it.' },
      { ...sampleStatement('first-word', 'actors/otherland'), change: 'correct', note: 'Otherland said it.' },
    );
    const [ofState, found] = [await open(frozen[0]?.id ?? null), await open(frozen[1]?.id ?? null)];
    expect(ofState).toMatchObject({
      verified: true,
      frozen: { count: 3 },
      changed: { count: 1, items: [{ from: 1, to: 2 }] },
    });
    expect([slugs(ofState.added), slugs(ofState.gone), slugs(ofState.changed)]).toEqual([
      ['fourth-word'],
      ['first-word', 'third-word'],
      ['second-word'],
    ]);
    expect(ofState.about).toMatchObject([{ slug: 'sampleland' }]);
    expect(slugs(found.changed)).toEqual(['first-word', 'second-word']);
    // What was withdrawn has no name any more.
    expect(found.gone.items[0]?.record).toMatchObject({ state: 'withdrawn', title: null });
  });

  it('of what was merged since is asked of the record that it became', async () => {
    await put(sampleState('farland'), sampleStatement('calm-from-afar', 'actors/farland'));
    const farland = await idOf('farland');
    const board = { of: 'board', member: farland, choice: plainChoice, show: 'board' };
    const asked: unknown[] = [
      { of: 'related', id: farland, list: 'statements' },
      { ...search, filter: { kinds: ['statement'], actor: farland } },
      { ...board, id: await idOf('calm') },
    ];
    const before = await Promise.all(asked.map(freeze));
    expect(before.map(({ count }) => count)).toEqual([1, 1, 0]);
    await put({ type: 'merge', kind: 'actor', slug: 'farland', into: 'actors/otherland', reason: 'They are one.' });
    for (const { id } of before.slice(0, 2)) {
      const opened = await open(id);
      expect(opened).toMatchObject({ verified: true, gone: { count: 0 }, about: [{ slug: 'otherland' }] });
      expect(slugs(opened.members)).toEqual(['calm-from-afar']);
      expect(slugs(opened.added)).toContain('first-word');
    }
    // Asked anew, it is the question about the other record, and stays true of itself.
    const otherland = await idOf('otherland');
    const after = await Promise.all(asked.map(freeze));
    const same = await Promise.all(
      asked.map((each) => freeze(JSON.parse(JSON.stringify(each).replaceAll(farland, otherland)))),
    );
    expect(after).toEqual(same);
    for (const { id } of after) expect(await open(id)).toMatchObject({ verified: true, gone: { count: 0 } });
    const asSearch = question.parse(asked[1]);
    if (asSearch.of !== 'search') throw new Error('no search');
    const { answer, frozen } = await searchAndFreeze(database.reader, { ...asSearch, after: null, limit: 20 });
    expect(answer).toMatchObject({ total: { count: 2 }, narrowedTo: [{ slug: 'otherland' }] });
    expect(answer).toEqual(await find(database.reader, { ...asSearch, after: null, limit: 20 }));
    expect(frozen).toEqual(after[1]);
  });

  it('of a search is settled with the page that shows it, and is the same', async () => {
    // Of names that are spelt wrong, the records that are meant are found.
    for (const words of ['calm meeting', 'Samplelend', 'zzqx', '']) {
      const asked = question.parse({ ...search, question: words });
      if (asked.of !== 'search') throw new Error('no search');
      const query = { ...asked, after: null, limit: 1 };
      const { answer, frozen } = await searchAndFreeze(database.reader, query);
      expect(frozen).toEqual(await freeze(asked));
      expect(answer).toEqual(await find(database.reader, query));
      expect(frozen?.count).toBe(answer.total.count);
    }
    expect((await freeze({ ...search, question: 'Samplelend' })).count).toBeGreaterThan(0);
  });

  it('is frozen in the past as it was frozen then', async () => {
    const now = await freeze(search);
    await put(sampleStatement('fifth-word'));
    const then = await asOf(database.past, new Date(now.recordedAt), (published) =>
      freezeQuestion(published, question.parse(search)),
    );
    expect(then).toEqual(now);
  });

  it('of lists and mentions is what they hold', async () => {
    expect(await freeze({ of: 'list', kind: 'issue' })).toMatchObject({ count: 1, complete: true });
    expect(await freeze({ of: 'related', id: await idOf('calm'), list: 'positions' })).toMatchObject({ count: 1 });
    expect(await freeze({ of: 'related', id: await idOf('calm'), list: 'mentions' })).toMatchObject({ count: 1 });
    const board = { of: 'board', member: null, choice: plainChoice, show: 'board' };
    const onIssue = await freeze({ ...board, id: await idOf('calm') });
    expect(onIssue).toMatchObject({ count: 1, complete: true });
    expect(await freeze({ ...board, id: await idOf('sampleland') })).toMatchObject({ count: 1 });
    expect(await freeze({ ...board, id: await idOf('calm'), member: await idOf('otherland') })).toMatchObject({
      count: 0,
    });
    expect(await freeze({ ...board, id: await idOf('calm'), region: '150' })).toMatchObject({ count: 0 });
    expect(await open(onIssue.id)).toMatchObject({ verified: true, about: [{ slug: 'calm' }] });
    expect(await freeze({ of: 'related', id: await idOf('sample-report'), list: 'statements' })).toMatchObject({
      count: 0,
    });
  });

  it('counts no further than its bound, and says so', async () => {
    const all = await membersOf(database.reader, question.parse(search));
    expect(await membersOf(database.reader, question.parse(search), all.records.length)).toEqual(all);
    const first = await membersOf(database.reader, question.parse(search), 2);
    expect(first).toMatchObject({ complete: false });
    expect(first.records).toHaveLength(2);
    for (const asked of [await statements(), { of: 'list', kind: 'statement' }])
      expect(await membersOf(database.reader, question.parse(asked), 1)).toMatchObject({ complete: false });
  });

  it('holds nothing of what is not public', async () => {
    const before = await freeze({ of: 'list', kind: 'issue' });
    const { content } = sampleIssue;
    await createDraft(database.owner, people.importer, { kind: 'issue', slug: 'canary', content, citations: [] });
    expect(await freeze({ of: 'list', kind: 'issue' })).toEqual(before);
  });
});

describe('an id that was altered', () => {
  it('is told for one: another answer, a version to come, one that was never the newest', async () => {
    const { id, version } = await freeze(search);
    const altered = id?.replace(/-[0-9a-f]{4}/, '-0000') ?? '';
    expect(await open(altered)).toMatchObject({ verified: false });
    expect(await answerDocument(reads(), altered)).toBeNull();
    const at = (number: number) => id?.replace(/^\d+/, String(number)) ?? '';
    expect(await reopenQuestion(reads(), at(version + 1))).toBeNull();
    // The publications of one import share an instant: the record was never there without the last of them.
    expect(await reopenQuestion(reads(), at(1))).toBeNull();
    expect(await reopenQuestion(reads(), 'x')).toBeNull();
  });
});

describe('a history that was altered', () => {
  it('does not have the fingerprint that was cited', async () => {
    const { id } = await freeze(search);
    await put(sampleStatement('sixth-word'));
    expect(await open(id)).toMatchObject({ verified: true });
    await database.owner.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL session_replication_role = replica`);
      await tx.$executeRawUnsafe(
        `UPDATE history."SearchEntry" SET "words" = '' WHERE "recordId" = (SELECT "id" FROM "Entry" WHERE "slug" = 'second-word')`,
      );
    });
    expect(await open(id)).toMatchObject({ verified: false });
  });
});
