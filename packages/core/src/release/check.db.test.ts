import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource } from '../bundle/sample';
import { setEmbargo } from '../embargo/embargo';
import { addAllToRelease } from '../queue/bulk-commands';
import { createDraft } from '../record/create';
import { discard } from '../record/discard';
import { publish } from '../record/publish';
import { requestChanges } from '../record/review';
import { saveDraft } from '../record/save';
import { approvedSource } from '../testing/desk';
import { checkRelease } from './check';
import { createRelease } from './create';
import { publishRelease } from './publish';
import { listReleases } from './read';

let database: TestDatabase;
let people: ImportPeople;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource), people);
});
afterAll(() => database.close());

const approved = (slug: string) => approvedSource(database.owner, people, slug);
const target = ({ id, lockVersion }: { id: string; lockVersion: number }) => ({ id, expectedVersion: lockVersion });
const check = (id: string) => checkRelease(database.owner, people.reviewer, id);

describe('what a release changes, and what hinders it', () => {
  test('is what a publication of it refuses, record by record', async () => {
    const { owner } = database;
    const [ready, back, held, gone] = [
      await approved('ready'),
      await approved('sent-back'),
      await approved('held'),
      await approved('given-up'),
    ];
    const { id: nameless } = await createDraft(owner, people.importer, {
      kind: 'issue',
      slug: 'without-a-passage',
      content: { question: 'Is it so?', shortTitle: 'So', description: null, programmes: [] },
      citations: [],
    });
    const ids = [ready.id, back.id, held.id, gone.id, nameless];
    const release = await createRelease(owner, people.importer, { name: 'A set', records: ids });
    await requestChanges(owner, people.reviewer, target(back));
    await setEmbargo(owner, people.reviewer, {
      ...target(held),
      until: { local: '2999-01-01T09:00', zone: 'Europe/Brussels' },
      reason: null,
      publishAtEnd: false,
    });
    await discard(owner, people.reviewer, target(gone));
    const { items } = await check(release.id);
    const faults = new Map(
      items.map((item) => [item.id, item.faults.map(({ path, message }) => `${path} ${message}`)]),
    );
    expect(faults.get(ready.id)).toEqual([]);
    expect(faults.get(back.id)).toEqual([' is a draft, not approved']);
    expect(faults.get(held.id)).toEqual([' is under embargo until 2999-01-01, 09:00 (Europe/Brussels)']);
    expect(faults.get(gone.id)).toEqual([' has no revision that is being worked on']);
    expect(faults.get(nameless)).toEqual([' is a draft, not approved', '/question has no passage that supports it']);
    await expect(publishRelease(owner, people.reviewer, target(release))).rejects.toMatchObject({
      issues: expect.arrayContaining([{ path: '/sources/sent-back', message: expect.stringContaining('draft') }]),
    });
  });

  test('names the fields that change for readers, and nothing where a record is new to them', async () => {
    const { owner } = database;
    const first = await approved('changes');
    const other = await approved('stays');
    const live = await publish(owner, people.reviewer, target(first));
    const { content } = await owner.revision.findFirstOrThrow({ where: { recordId: live.id } });
    await saveDraft(owner, people.importer, {
      ...target(live),
      content: { ...(content as object), title: 'Another title' },
      citations: [],
      change: 'correct',
      note: null,
    });
    const { id } = await createRelease(owner, people.importer, { name: 'Changes', records: [live.id, other.id] });
    const { items } = await check(id);
    expect(items.find((item) => item.id === live.id)).toMatchObject({
      from: 1,
      change: 'correct',
      count: 1,
      fields: ['/title'],
      faults: [
        { path: '', message: 'is a draft, not approved' },
        { path: '/note', message: 'must tell readers what was wrong' },
      ],
    });
    expect(items.find((item) => item.id === other.id)).toMatchObject({ from: null, count: 0, faults: [] });
  });
});

describe('making and filling a release', () => {
  test('happens once for a key, however often it is asked', async () => {
    const { owner } = database;
    const record = await approved('asked-twice');
    const ask = () =>
      createRelease(owner, people.importer, { name: 'Once', records: [record.id], idempotencyKey: 'one-double-click' });
    const [one, two] = await Promise.all([ask(), ask()]);
    expect(two).toEqual(one);
    expect(await owner.release.count({ where: { name: 'Once' } })).toBe(1);
    expect(
      await owner.auditEntry.count({ where: { action: 'release.create', detail: { path: ['name'], equals: 'Once' } } }),
    ).toBe(1);
  });

  test('puts chosen records in, all or none, and a second time makes no second release', async () => {
    const { owner } = database;
    const [one, two, three] = [await approved('chosen-1'), await approved('chosen-2'), await approved('chosen-3')];
    const put = (which: Parameters<typeof addAllToRelease>[3], ...records: (typeof one)[]) =>
      addAllToRelease(owner, people.importer, { items: records.map(target) }, which);
    const made = await put({ name: 'Chosen' }, one, two);
    await expect(put({ name: 'Chosen' }, one, two)).rejects.toMatchObject({ code: 'state_conflict' });
    expect(await owner.release.count({ where: { name: 'Chosen' } })).toBe(1);
    await expect(put({ release: made.release }, two, three)).rejects.toMatchObject({ code: 'state_conflict' });
    await expect(
      put({ release: made.release }, { ...three, lockVersion: three.lockVersion + 1 }),
    ).rejects.toMatchObject({ code: 'version_conflict' });
    expect((await put({ release: made.release }, three)).ids).toEqual([three.id]);
    expect((await check(made.release)).items).toHaveLength(3);
    await expect(
      addAllToRelease(owner, { userId: 'somebody', role: 'contributor' }, { items: [] }, { name: 'No' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('lists named releases apart from schedules', async () => {
    const { items } = await listReleases(database.owner, people.reviewer, { named: true, limit: 100 });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ name }) => name !== null)).toBe(true);
  });
});
