import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { searchFilter } from '@rapporteur/domain/search/views';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople } from '../bundle/sample';
import { mergeRecords } from '../record/merge';
import { search } from './find';
import { actor, bay, searchedRecord } from './sample';

// What is found by the name of an actor that was merged into another.

let database: TestDatabase;
let people: ImportPeople;
const strand = actor('strand-union', 'state', [['Strand Union', 'en']], 'Ostrava Bay joined');

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(...searchedRecord, strand), people);
});
afterAll(() => database?.close());

const recordAt = (slug: string) =>
  database.owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'actor', slug } } });
const query = (question: string) => ({
  question,
  filter: searchFilter.parse({}),
  sort: 'relevance' as const,
  limit: 20,
});
async function found(question: string) {
  const { items, named } = await search(database.reader, query(question));
  const slugs = (some: { record: { slug: string } }[]) => some.map(({ record }) => record.slug);
  return { items: slugs(items), named: slugs(named) };
}
async function merge(from: string, into: string) {
  const [{ id, lockVersion }, target] = await Promise.all([recordAt(from), recordAt(into)]);
  await mergeRecords(database.owner, people.reviewer, {
    id,
    expectedVersion: lockVersion,
    into: target.id,
    reason: 'One state.',
  });
}

test('by its name the one that it became is found, with what is said of that, and as of an earlier date itself', async () => {
  expect(await found('Ostrava Bay')).toMatchObject({ named: [bay.slug] });
  const before = new Date(
    (await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } })).recordedAt,
  );
  await merge(bay.slug, strand.slug);
  expect(await found('Ostrava Bay')).toMatchObject({ named: [strand.slug] });
  // Through a second merge, with all that concerns the one that stays.
  await merge(strand.slug, 'talland');
  const now = await found('Ostrava Bay');
  expect(now.named).toEqual(['talland']);
  expect(now.items).toEqual(expect.arrayContaining(['talland', 'refusal', 'talland-strait']));
  expect((await found('"strand union"')).items).toContain('talland');
  const past = await asOf(database.past, before, (published) => search(published, query('Ostrava Bay')));
  expect(past.named.map(({ record }) => record.slug)).toEqual([bay.slug]);
});
