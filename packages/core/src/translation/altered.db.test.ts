import { withConnection } from '@rapporteur/db/migrate';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { publishedTranslation } from '../testing/translation';
import { verify } from '../verify';

let database: TestDatabase;
let people: ImportPeople;
/** The meeting of this test, which is public. */
let id: string;
let count = 0;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState()), people);
});
afterAll(() => database.close());
beforeEach(async () => {
  const slug = `meeting-${(count += 1)}`;
  await importBundle(database.owner, bundleOf({ ...sampleMeeting, slug }), people);
  ({ id } = await database.owner.record.findFirstOrThrow({ where: { slug } }));
});

const publish = (texts: Record<string, string>) =>
  publishedTranslation(database.owner, people, { id, language: 'uk', baseRevision: 1, texts });

describe('the database itself', () => {
  const refused = (statement: string) =>
    withConnection(database.connection, (client) =>
      client.query(statement).then(
        () => null,
        (error: Error) => error.message,
      ),
    );
  const values = (state: string, number: number, approver: string) =>
    `INSERT INTO "Translation" ("recordId", "language", "number", "state", "baseRevision", "texts", "contentHash", "authorId", "contributorIds", "approvedById", "lockVersion")
     VALUES ('${id}', 'uk', ${number}, '${state}', 1, '{"/title": "x"}', '', 'usr-a', '{usr-a,usr-b}', ${approver}, 1)`;

  it('refuses an approval by a writer, a gap, a text that changes under review, and a step that is none', async () => {
    expect(await refused(values('draft', 2, 'NULL'))).toMatch(/would leave a gap/);
    expect(await refused(values('live', 1, 'NULL'))).toMatch(/begins as a draft/);
    expect(await refused(values('draft', 1, `'usr-b'`))).toMatch(/approver_is_not_author/);
    expect(await refused(values('draft', 1, 'NULL'))).toBeNull();
    const own = `WHERE "recordId" = '${id}'`;
    expect(await refused(`UPDATE "Translation" SET "state" = 'live' ${own}`)).toMatch(/does not go from draft to live/);
    expect(await refused(`UPDATE "Translation" SET "state" = 'in_review' ${own}`)).toBeNull();
    expect(await refused(`UPDATE "Translation" SET "texts" = '{"/title": "y"}' ${own}`)).toMatch(/while it is a draft/);
    expect(await refused(`DELETE FROM "Translation" ${own}`)).toMatch(/append-only/);
  });

  it('tells verify of a translation that was changed behind the program’s back, now and in the past', async () => {
    await publish({ '/title': 'Зустріч' });
    await publish({ '/title': 'Нарада' });
    const found = (change: string) =>
      withConnection(database.connection, async (client) => {
        await client.query('SET session_replication_role = replica');
        for (const statement of change.split(';')) await client.query(statement);
        return (await verify(database.owner)).filter(({ record }) => record === id).map(({ what }) => what);
      });
    const texts = (value: string) => `"texts" = '{"/title": "${value}"}'`;
    expect(
      await found(`UPDATE "Translation" SET ${texts('Бійка')} WHERE "recordId" = '${id}' AND "number" = 1`),
    ).toEqual(
      expect.arrayContaining([expect.stringMatching(/translation 1 into uk: its text is not the one that was saved/)]),
    );
    await found(`UPDATE "Translation" SET ${texts('Зустріч')} WHERE "recordId" = '${id}' AND "number" = 1`);
    const twin = `UPDATE history."PublishedTranslation" SET ${texts('Бійка')} WHERE "recordId" = '${id}' AND NOT upper_inf(recorded)`;
    expect(await found(twin)).toEqual([expect.stringMatching(/published translation into uk, now or in history/)]);
  });
});
