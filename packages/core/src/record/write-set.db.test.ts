import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import { newId } from '@rapporteur/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportPeople } from '../bundle/import';
import { samplePeople } from '../bundle/sample';
import { storeSourceText } from '../source/store';
import { checkContent } from './content';
import { createDraft } from './create';
import { notCopied } from './project-set';
import { approve } from './review';
import { submit } from './submit';
import { approveSet, createDrafts, submitSet, type NewRecord } from './write-set';

let database: TestDatabase;
let people: ImportPeople;
let sha256: string;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  ({ sha256 } = await storeSourceText(database.owner, people.importer, 'The lake is deep.'));
});
afterAll(() => database.close());

const content = () => ({
  title: 'On the lake', form: 'article', publisher: null, author: null, language: 'en', published: null, address: null,
  archivedAddress: null, rights: 'full', licence: null, note: null, versions: [{ sha256, fetched: '2021-05-05T00:00:00Z' }],
}); // prettier-ignore
const source = (slug: string, id: string = newId('source')): NewRecord => ({
  id,
  slug,
  checked: checkContent('source', content(), []),
});
const bareActor = (slug: string): NewRecord => {
  const names = [{ text: 'Lakeland', language: 'en', use: 'preferred' }];
  const actor = { type: 'state', names, description: null, identifiers: [], memberships: [], offices: [] };
  return { id: newId('actor'), slug, checked: checkContent('actor', actor, []) };
};

/** All that the desk holds of a record, but for what is chance or the time of day. */
async function rowsOf(id: string) {
  const record = await database.owner.record.findUniqueOrThrow({
    where: { id },
    include: { revisions: { include: { reviews: true } }, audit: { orderBy: { id: 'asc' } }, deskEntry: true },
  });
  const chance = new Set([
    'id',
    'recordId',
    'revisionId',
    'slug',
    'search',
    'createdAt',
    'updatedAt',
    'changedAt',
    'at',
  ]);
  const told = JSON.stringify(record, (key, value: unknown) =>
    chance.has(key) ? undefined : typeof value === 'bigint' ? String(value) : value,
  );
  return JSON.parse(told) as unknown;
}

const write = (set: readonly NewRecord[], { importer, reviewer } = people) =>
  transaction(database.owner, async (tx) => {
    await createDrafts(tx, importer, set);
    await submitSet(tx, importer, set);
    await approveSet(tx, reviewer, set);
  });

async function refused(set: readonly NewRecord[], by = people) {
  const before = await database.owner.record.count();
  const error: unknown = await write(set, by).catch((reason: unknown) => reason);
  expect(await database.owner.record.count()).toBe(before);
  return error;
}

describe('many records', () => {
  it('are written as one would be, step by step', async () => {
    const [first, second] = [source('set-one'), source('set-two')];
    await write([first, second]);
    const { id } = await createDraft(database.owner, people.importer, {
      kind: 'source',
      slug: 'alone',
      content: content(),
      citations: [],
    });
    await submit(database.owner, people.importer, { id, expectedVersion: 1 });
    await approve(database.owner, people.reviewer, { id, expectedVersion: 2 });
    const alone = await rowsOf(id);
    expect(await rowsOf(first.id)).toEqual(alone);
    expect(await rowsOf(second.id)).toEqual(alone);
  });

  it('are refused, all of them, where one has an address or an id that is taken or is none', async () => {
    const taken = await database.owner.record.findFirstOrThrow({ where: { slug: 'set-one' } });
    const cases = [source('set-one'), source('free', taken.id), source('No address'), source('free', 'src_1')];
    const same = newId('source');
    expect(await refused([source('twice'), source('twice')])).toMatchObject({ code: 'state_conflict' });
    expect(await refused([source('one-id', same), source('same-id', same)])).toMatchObject({ code: 'state_conflict' });
    for (const one of cases) expect(await refused([source('other'), one])).toMatchObject({ code: 'state_conflict' });
  });

  it('are refused where one rests on no passage', async () => {
    expect(await refused([source('other'), bareActor('lakeland')])).toMatchObject({
      code: 'missing_evidence',
      issues: [{ path: '/actors/lakeland/names/0' }],
    });
  });

  it('are approved by nobody who wrote them, and by nobody whose role does not reach', async () => {
    const { importer } = people;
    const publisher = importer && { ...importer, role: 'publisher' as const };
    expect(await refused([source('other')], { importer: publisher, reviewer: publisher })).toMatchObject({
      code: 'forbidden',
    });
    const weak = { userId: 'somebody', role: 'contributor' as const };
    expect(await refused([source('other')], { ...people, reviewer: weak })).toMatchObject({ code: 'forbidden' });
    expect(await refused([source('other')], { ...people, importer: { userId: 'x', role: 'reader' } })).toMatchObject({
      code: 'forbidden',
    });
  });
});

it('copies rows into those tables alone of which COPY can write every column as it is given', async () => {
  const rows = await database.owner.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT t."relname" AS name FROM pg_class t
    JOIN pg_class twin ON twin."relname" = t."relname" AND twin."relnamespace" = 'history'::regnamespace
    JOIN pg_attribute a ON a."attrelid" = t."oid" AND a."attnum" > 0 AND NOT a."attisdropped"
    WHERE t."relnamespace" = 'public'::regnamespace AND t."relkind" = 'r'
      -- What publishing writes by itself, and not of the content.
      AND t."relname" NOT IN ('Entry', 'Publication', 'PublishedRevision', 'PublishedTranslation', 'Passage')
      AND (a."attgenerated" <> ''
        OR a."atttypid" NOT IN ('text'::regtype, 'int'::regtype, 'bigint'::regtype, 'boolean'::regtype, 'date'::regtype, 'timestamptz'::regtype)
        OR EXISTS (SELECT FROM pg_trigger g WHERE g."tgrelid" = t."oid" AND NOT g."tgisinternal" AND g."tgtype" & 3 = 3))
    ORDER BY 1`;
  expect(rows.map(({ name }) => name)).toEqual([...notCopied].toSorted());
});
