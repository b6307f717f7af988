import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOverview } from '@rapporteur/core/record/overview';
import { getRecord } from '@rapporteur/core/record/read';
import { getTranslated } from '@rapporteur/core/translation/read';
import { verify } from '@rapporteur/core/verify';
import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { loadDemo } from './load';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadDemo(database.owner, () => undefined);
});
afterAll(() => database.close());

const programme = { kind: 'programme', slug: 'nato-ukraine-2024' } as const;
const withdrawn = { kind: 'statement', slug: 'szijjarto-on-escalation' } as const;

test('the programme excludes lethal weapons, and each assertion has its passage', async () => {
  const answer = await getRecord(database.reader, programme);
  if (answer?.found !== 'live' || answer.record.kind !== 'programme') throw new Error('the programme is not public');
  const { content, citations, positions } = answer.record;
  expect(content.nature).toBe('voluntary');
  expect(content.provisions.map(({ scope }) => scope)).toEqual([
    'excluded',
    'included',
    'included',
    'included',
    'not_mentioned',
  ]);
  expect(citations.find(({ field }) => field === '/provisions/0/scope')?.passage.exact).toContain('leave out');
  expect(positions.map(({ actor }) => actor.slug)).toContain('hungary');
});

test('the overview holds the programme that was corrected last, the issues that are contested, and the article', async () => {
  const { programmes, issues, article } = await readOverview(database.reader);
  expect(programmes[0]?.record.slug).toBe(programme.slug);
  expect(programmes[0]?.provisions[0]).toEqual({ subject: 'Supply of lethal weapons', scope: 'excluded', force: null });
  expect(issues.map(({ positions, held, latest }) => [positions, held.length, latest?.turn])).toEqual([
    [1, 1, 'new'],
    [1, 1, 'new'],
    [1, 1, 'new'],
  ]);
  expect(issues.map(({ record }) => record.slug).toSorted()).toContain('lethal-weapons');
  expect(article?.record.slug).toBe('voluntary-and-without-weapons');
  expect(article?.passages).toBe(9);
  const then = await asOf(database.past, new Date('2000-01-01T00:00:00Z'), readOverview);
  expect(then).toEqual({ programmes: [], issues: [], article: null });
});

test('the programme can be read in Ukrainian, as far as it says now, from its translation on', async () => {
  const inUkrainian = { ...programme, language: 'uk' } as const;
  const answer = await getTranslated(database.reader, inUkrainian);
  if (answer?.found !== 'live' || answer.record.kind !== 'programme') throw new Error('it is not translated');
  const { content, translation } = answer.record;
  expect(content.title).toBe('Програма співробітництва НАТО та України на 2024 рік');
  expect(translation).toMatchObject({ fromRevision: 2, outdated: 0 });
  expect(content.provisions[0]).toMatchObject({ subject: 'Постачання летальної зброї', scope: 'excluded' });
  const withdrawal = await database.owner.publication.findFirst({ where: { action: 'withdraw' } });
  if (!withdrawal) throw new Error('there is no withdrawal');
  const then = await asOf(database.past, withdrawal.recordedAt, (published) => getTranslated(published, inUkrainian));
  expect(then).toMatchObject({ found: 'untranslated' });
});

test('a whole second before the correction the earlier text stands, and the withdrawn record is alive', async () => {
  const corrected = await database.owner.publication.findFirst({ where: { action: 'correct' } });
  if (!corrected) throw new Error('there is no correction');
  const second = new Date(Math.floor((corrected.recordedAt.getTime() - 1) / 1000) * 1000);
  const then = await asOf(database.past, second, async (published) => [
    await getRecord(published, programme),
    await getRecord(published, withdrawn),
  ]);
  expect(then[0]).toMatchObject({
    found: 'live',
    record: { content: { provisions: { 0: { scope: 'not_mentioned' } } } },
  });
  expect(then[1]).toMatchObject({ found: 'live' });
  expect(await getRecord(database.reader, withdrawn)).toMatchObject({ found: 'withdrawn' });
});

/** Alters a row as somebody would who is past the program and its triggers. */
async function tamper(sql: string): Promise<void> {
  await database.owner.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRawUnsafe(sql);
  });
}

test('the verifier is silent on what is sound, and names the record of what is not', async () => {
  expect(await verify(database.owner)).toEqual([]);
  const source = await database.owner.record.findFirstOrThrow({ where: { kind: 'source' } });
  const [passage] = await database.reader.passage.findMany({ take: 1 });
  const third = await database.owner.publication.findFirst({ where: { sequence: 3n } });
  const named = async () => [...new Set((await verify(database.owner)).map(({ record }) => record))];

  await tamper(`UPDATE "Passage" SET "exact" = 'x' || substr("exact", 2) WHERE "id" = '${passage?.id}'`);
  expect(await named()).toContain(source.id);
  await tamper(
    `UPDATE "Passage" SET "exact" = '${passage?.exact.replaceAll("'", "''")}' WHERE "id" = '${passage?.id}'`,
  );
  expect(await verify(database.owner)).toEqual([]);

  await tamper(`UPDATE "Publication" SET "slug" = "slug" || 'x' WHERE "sequence" = 3`);
  expect(await named()).toEqual([third?.recordId]);
  await tamper(`UPDATE "Publication" SET "slug" = left("slug", -1) WHERE "sequence" = 3`);

  await tamper(`UPDATE "StoredText" SET "text" = "text" || '.'`);
  expect(await named()).toContain(source.id);
});
