import { asOf, type Published } from '@rapporteur/db/clients';
import { withConnection } from '@rapporteur/db/migrate';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { ChangesPage } from '@rapporteur/domain/change-views';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { listChanges } from './changes';

let database: TestDatabase;
let people: ImportPeople;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource), people);
});
afterAll(() => database.close());

/** A copy of the published set that is kept by following the changes, as a consumer keeps it. */
class Copy {
  readonly records = new Map<string, string>();
  readonly seen: number[] = [];
  private after = 0;

  constructor(private readonly limit: number) {}

  /** Takes over what is new. Says whether there may be more. */
  async follow(read: (query: { after: number; limit: number }) => Promise<ChangesPage>): Promise<boolean> {
    const { items, next, more } = await read({ after: this.after, limit: this.limit });
    for (const { sequence, action, record, contentHash } of items) {
      this.seen.push(sequence);
      if (action === 'withdraw' || action === 'merge') this.records.delete(record.id);
      else if (action !== 'translate' && action !== 'withdraw_translation') this.records.set(record.id, contentHash);
    }
    this.after = next;
    return more;
  }
}

const readFrom = (published: Published) => (query: { after: number; limit: number }) => listChanges(published, query);

/** What is public, by the tables that pages are made of. */
async function publishedSet(): Promise<Map<string, string>> {
  const rows = await database.reader.$queryRaw<{ id: string; contentHash: string }[]>`
    SELECT e."id", r."contentHash" FROM "Entry" e
    JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber" WHERE e."state" = 'live'`;
  return new Map(rows.map(({ id, contentHash }) => [id, contentHash]));
}

const steps = ['publish', 'correct', 'withdraw', 'merge'] as const;
type Step = (typeof steps)[number];
let worlds = 0;

/** One who publishes: each step is a publication of its own, about records that no other has. */
async function publisher(name: string, plan: readonly Step[]): Promise<void> {
  const own: string[] = [];
  let said = 0;
  const state = (slug: string) => {
    const sample = sampleState(slug);
    return {
      ...sample,
      content: { ...sample.content, names: [{ text: `${slug} ${said++}`, language: 'en', use: 'preferred' }] },
    };
  };
  const bring = (line: object) => importBundle(database.owner, bundleOf(line), people);
  for (const step of plan) {
    const [slug, other] = own;
    if (step === 'publish' || slug === undefined) {
      own.push(`${name}-${own.length}-${said}`);
      await bring(state(own.at(-1) ?? ''));
    } else if (step === 'correct') await bring({ ...state(slug), change: 'correct', note: 'The name was wrong.' });
    else if (step === 'withdraw' || other === undefined) {
      await bring({ type: 'withdrawal', kind: 'actor', slug, reason: 'It was wrong.' });
      own.shift();
    } else {
      await bring({ type: 'merge', kind: 'actor', slug, into: `actors/${other}`, reason: 'One state.' });
      own.shift();
    }
  }
}

describe('the changes of the record', () => {
  it('give whoever follows them exactly the published set, however many publish at once', async () => {
    const plan = fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 8 });
    const plans = fc.array(plan, { minLength: 3, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(plans, fc.integer({ min: 1, max: 5 }), async (all, limit) => {
        const world = (worlds += 1);
        const copies = [new Copy(limit), new Copy(100)];
        let publishing = true;
        const done = Promise.all(all.map((one, n) => publisher(`w${world}-p${n}`, one))).finally(
          () => (publishing = false),
        );
        const following = copies.map(async (copy) => {
          while (publishing) await copy.follow(readFrom(database.reader));
          while (await copy.follow(readFrom(database.reader)));
        });
        await done;
        await Promise.all(following);
        const expected = await publishedSet();
        const { newest } = await listChanges(database.reader, { after: 0, limit: 1 });
        for (const copy of copies) {
          expect(copy.records).toEqual(expected);
          expect(copy.seen).toEqual(Array.from({ length: newest }, (_, at) => at + 1));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('become visible in the order of their numbers, because a publication waits for the one before it', async () => {
    const before = (await listChanges(database.reader, { after: 0, limit: 1 })).newest;
    await withConnection(database.connection, async (first) => {
      await first.query('BEGIN');
      await first.query('SELECT history.begin_publication()');
      const later = importBundle(database.owner, bundleOf(sampleState('later')), people);
      const waiting = `SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      await expect.poll(async () => (await first.query<{ waiting: number }>(waiting)).rows[0]?.waiting).toBe(1);
      expect((await listChanges(database.reader, { after: before, limit: 10 })).items).toEqual([]);
      await first.query('ROLLBACK');
      await later;
    });
    const { items } = await listChanges(database.reader, { after: before, limit: 10 });
    expect(items.map(({ sequence }) => sequence)).toEqual([before + 1]);
  });

  it('would be missed by a copy if they became visible in another order', async () => {
    const { items } = await listChanges(database.reader, { after: 0, limit: 3 });
    const [one, two] = items;
    if (one === undefined || two === undefined) throw new Error('the record has no two changes');
    // The second is committed before the first: who reads between the two goes on behind both.
    const visible = [[two], [one, two]];
    const copy = new Copy(10);
    for (const now of visible) {
      await copy.follow(({ after }) => {
        const rest = now.filter(({ sequence }) => sequence > after);
        return Promise.resolve({
          items: rest,
          next: rest.at(-1)?.sequence ?? after,
          more: false,
          newest: two.sequence,
        });
      });
    }
    expect(copy.seen).toEqual([two.sequence]);
  });

  it('end where the record of that instant ends, and say what became of a merged record', async () => {
    const page = await listChanges(database.reader, { after: 0, limit: 100 });
    const merge = page.items.find(({ action }) => action === 'merge');
    expect(merge === undefined || merge.into !== null).toBe(true);
    const third = page.items[2];
    const past = await asOf(database.past, new Date(third?.recordedAt ?? ''), (published) =>
      listChanges(published, { after: 0, limit: 100 }),
    );
    expect(past).toMatchObject({ next: third?.sequence, newest: third?.sequence, more: false });
    expect(await listChanges(database.reader, { after: page.newest + 5, limit: 1 })).toMatchObject({
      items: [],
      next: page.newest + 5,
      more: false,
    });
  });
});
