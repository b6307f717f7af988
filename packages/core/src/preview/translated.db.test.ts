import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { Language } from '@rapporteur/domain/translation/languages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { can, roles } from '../policy';
import { withdraw } from '../record/withdraw';
import { publishedTranslation } from '../testing/translation';
import { withoutCondition } from '../testing/preview-condition';
import { publishTranslation } from '../translation/publish';
import { getTranslated } from '../translation/read';
import { approveTranslation, discardTranslation, submitTranslation } from '../translation/review';
import { saveTranslation } from '../translation/save';
import { listPreviews, revokePreview } from './list';
import { makePreview } from './make';
import { makeTranslatedPreview } from './make-translated';
import { readPreview } from './read';
import { hashToken } from './token';

// Cases A03, A08 and A11 of the security catalogue, for translations that are not published: what a token is bound to.

const secret = 'CNRY-DRAFT-переклад';
let database: TestDatabase;
let people: ImportPeople;
let count = 0;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleMeeting), people);
});
afterAll(() => database.close());

const importerId = () => people.importer?.userId ?? '';
const content = { ...sampleMeeting.content, summary: 'They spoke of bees.' };
const load = (slug: string, own: object = {}) =>
  importBundle(database.owner, bundleOf({ ...sampleMeeting, slug, content, ...own }), people);
const save = (id: string, expectedVersion: number, title = secret, language: Language = 'uk') =>
  saveTranslation(database.owner, people.importer, {
    id,
    language,
    expectedVersion,
    baseRevision: 1,
    texts: { '/title': title },
  });
const make = (id: string, number: number, language: Language = 'uk') =>
  makeTranslatedPreview(database.owner, people.importer, { id, language, number, hours: 1 });

interface Shown {
  id: string;
  slug: string;
  token: string;
  preview: string;
}

/** The draft of a translation of a public meeting, with a preview of it by the importer. */
async function shown(): Promise<Shown> {
  const slug = `told-${(count += 1)}`;
  await load(slug);
  const { id } = await database.owner.record.findFirstOrThrow({ where: { slug } });
  await save(id, 0);
  const made = await make(id, 1);
  return { id, slug, token: made.token, preview: made.id };
}

const read = ({ token }: { token: string }) => readPreview(database.reader, token);
const works = async (made: Shown) => (await read(made)) !== null;
const target = (id: string, expectedVersion: number, language: Language = 'uk') => ({ id, language, expectedVersion });

async function publish({ id }: Shown): Promise<void> {
  await submitTranslation(database.owner, people.importer, target(id, 1));
  await approveTranslation(database.owner, people.reviewer, target(id, 2));
  await publishTranslation(database.owner, people.reviewer, target(id, 3));
}

/** Each way in which a preview ends, and the condition of the function that ends it. */
const endings: Record<
  string,
  { condition: string; end: (made: Shown) => Promise<unknown>; undo?: () => Promise<unknown> }
> = {
  'it is revoked': {
    condition: `t."revokedAt" IS NULL`,
    end: ({ preview }) => revokePreview(database.owner, people.importer, preview),
  },
  'its time is over': {
    condition: `t."expiresAt" > clock_timestamp()`,
    end: ({ preview }) =>
      database.owner
        .$executeRaw`UPDATE "PreviewToken" SET "createdAt" = now() - interval '2 hours', "expiresAt" = now() - interval '1 second' WHERE "id" = ${preview}`,
  },
  'the translation is published': {
    condition: `l."state" IN ('draft', 'in_review', 'approved')`,
    end: async (made) => {
      await submitTranslation(database.owner, people.importer, target(made.id, 1));
      await approveTranslation(database.owner, people.reviewer, target(made.id, 2));
      // The very text that was handed in and approved is still shown.
      expect((await read(made))?.approved).toBe(true);
      await publishTranslation(database.owner, people.reviewer, target(made.id, 3));
    },
  },
  'the translation is given up': {
    condition: `l."state" IN ('draft', 'in_review', 'approved')`,
    end: ({ id }) => discardTranslation(database.owner, people.importer, target(id, 1)),
  },
  'its text is another': {
    condition: `l."contentHash" = t."contentHash"`,
    end: ({ id }) => save(id, 1, 'Інша назва'),
  },
  'who made it is not active any more': {
    condition: `u."active"`,
    end: () => database.owner.user.update({ where: { id: importerId() }, data: { active: false } }),
    undo: () => database.owner.user.update({ where: { id: importerId() }, data: { active: true } }),
  },
  'who made it may not see the desk any more': {
    condition: `u."role" IN ('contributor', 'editor', 'publisher', 'administrator')`,
    end: () => database.owner.user.update({ where: { id: importerId() }, data: { role: 'reader' } }),
    undo: () => database.owner.user.update({ where: { id: importerId() }, data: { role: 'editor' } }),
  },
};

async function breaches(): Promise<string[]> {
  const found: string[] = [];
  for (const [what, { end, undo }] of Object.entries(endings)) {
    const made = await shown();
    expect(await works(made)).toBe(true);
    await end(made);
    if (await works(made)) found.push(what);
    await undo?.();
  }
  return found;
}

describe('a preview of a translation', () => {
  test('is exactly what readers see once the translation is published', async () => {
    const made = await shown();
    const before = await read(made);
    expect(before).toMatchObject({ approved: false, record: { title: secret, revisionNumber: 1 } });
    expect(before?.record.translation).toMatchObject({ language: 'uk', number: 1, publishedAt: null });
    expect(await getTranslated(database.reader, { id: made.id, language: 'uk' })).toMatchObject({
      found: 'untranslated',
    });
    await publish(made);
    const answer = await getTranslated(database.reader, { id: made.id, language: 'uk' });
    const after = answer?.found === 'live' ? answer.record : null;
    const told = { ...after?.translation, publishedAt: null };
    expect(before?.record).toEqual({ ...after, languages: [], translation: told });
  });

  test('ends with everything that it is bound to', async () => {
    expect(await breaches()).toEqual([]);
  });

  test.each([...new Set(Object.values(endings).map(({ condition }) => condition))])(
    'would be noticed to go on without: %s',
    async (condition) => {
      const expected = Object.entries(endings).flatMap(([what, ending]) =>
        ending.condition === condition ? [what] : [],
      );
      expect(await withoutCondition(database.connection, condition, breaches)).toEqual(expected);
    },
  );

  test('never shows the words of an original that has moved on, and ends with the original', async () => {
    const made = await shown();
    await load(made.slug, { change: 'update', content: { ...content, title: 'A meeting that was moved' } });
    const moved = await read(made);
    expect(moved?.record).toMatchObject({ title: 'A meeting that was moved', revisionNumber: 2 });
    expect(moved?.record.translation).toMatchObject({ fromRevision: 1, fields: { '/title': 'changed' } });
    expect(JSON.stringify(moved)).not.toContain(secret);
    const { lockVersion } = await database.owner.record.findUniqueOrThrow({ where: { id: made.id } });
    const reason = 'It was wrong.';
    await withdraw(database.owner, people.reviewer, { id: made.id, expectedVersion: lockVersion, reason });
    expect(await works(made)).toBe(false);
    expect(await listPreviews(database.owner, people.reviewer, made.id)).toMatchObject([{ ended: 'changed' }]);
  });

  test('belongs to one translation: not to the next, nor to another language, nor to the record', async () => {
    const made = await shown();
    await publish(made);
    await save(made.id, 4, 'Друга назва');
    expect(await works(made)).toBe(false);
    const next = await make(made.id, 2);
    expect((await read(next))?.record).toMatchObject({ title: 'Друга назва', translation: { number: 2 } });
    await save(made.id, 0, 'Zweite Fassung', 'de');
    const german = await make(made.id, 1, 'de');
    expect((await read(german))?.record.translation).toMatchObject({ language: 'de', number: 1 });
    expect(JSON.stringify(await read(german))).not.toContain('Друга');
    expect(await listPreviews(database.owner, people.reviewer, made.id)).toMatchObject([
      { revision: 1, translation: { language: 'de', number: 1 }, ended: null },
      { translation: { language: 'uk', number: 2 }, ended: null },
      { translation: { language: 'uk', number: 1 }, ended: 'changed' },
    ]);
  });

  test('is made of an open translation of a public record only, and keeps its token as a hash', async () => {
    const { owner } = database;
    const made = await shown();
    for (const [id, number, language] of [
      [made.id, 2, 'uk'],
      [made.id, 1, 'de'],
    ] as const)
      await expect(make(id, number, language)).rejects.toMatchObject({ code: 'state_conflict' });
    const other = await shown();
    await publishedTranslation(owner, people, {
      id: other.id,
      language: 'fr',
      baseRevision: 1,
      texts: { '/title': 'Réunion' },
    });
    await expect(make(other.id, 1, 'fr')).rejects.toMatchObject({ code: 'state_conflict' });
    await expect(makePreview(owner, people.importer, { id: made.id, revision: 1, hours: 1 })).rejects.toMatchObject({
      code: 'state_conflict',
    });
    const { lockVersion } = await owner.record.findUniqueOrThrow({ where: { id: other.id } });
    await withdraw(owner, people.reviewer, { id: other.id, expectedVersion: lockVersion, reason: 'It was wrong.' });
    await expect(make(other.id, 1)).rejects.toMatchObject({ code: 'state_conflict' });
    const rows = await owner.$queryRaw<{ text: string }[]>`
      SELECT t::text AS text FROM "PreviewToken" t UNION ALL SELECT a::text FROM "AuditEntry" a`;
    expect(rows.some(({ text }) => text.includes(made.token))).toBe(false);
    expect(rows.some(({ text }) => text.includes(hashToken(made.token)))).toBe(true);
  });

  test('of one translation there are twenty at most, beside those of the others', async () => {
    const made = await shown();
    for (let n = 0; n < 19; n += 1) await make(made.id, 1);
    await expect(make(made.id, 1)).rejects.toMatchObject({ code: 'limit_exceeded' });
    await save(made.id, 0, 'Sitzung', 'de');
    await make(made.id, 1, 'de');
  });

  test('asks of its maker what the policy asks of whoever sees the desk', async () => {
    const { owner } = database;
    const made = await shown();
    // The last administrator has to stay one.
    await owner.user.create({
      data: { id: 'other', name: 'Other', email: 'other@example.org', role: 'administrator' },
    });
    for (const role of roles) {
      await owner.user.update({ where: { id: importerId() }, data: { role } });
      expect(await works(made), role).toBe(can({ userId: importerId(), role }, 'desk.read'));
    }
    await owner.user.update({ where: { id: importerId() }, data: { role: 'editor' } });
  });
});
