import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { Language } from '@rapporteur/domain/translation/languages';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { groupQueue } from '../queue/groups';
import { listQueue } from '../queue/list';
import { listPublications } from '../record/history';
import { mergeRecords } from '../record/merge';
import { withdraw } from '../record/withdraw';
import { publishedTranslation } from '../testing/translation';
import { verify } from '../verify';
import { listTranslations, readTranslation } from './desk';
import { publishTranslation, withdrawTranslation } from './publish';
import { getTranslated } from './read';
import { approveTranslation, discardTranslation, requestTranslationChanges, submitTranslation } from './review';
import { saveTranslation } from './save';

let database: TestDatabase;
let people: ImportPeople;
const meeting = { ...sampleMeeting, content: { ...sampleMeeting.content, summary: 'They spoke of bees.' } };
/** The meeting of this test, public, and its id. */
let id: string;
let count = 0;
let slug: string;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await load(sampleSource, sampleState());
});
afterAll(() => database.close());
beforeEach(async () => {
  count += 1;
  slug = `meeting-${count}`;
  await load({ ...meeting, slug });
  ({ id } = await database.owner.record.findFirstOrThrow({ where: { slug } }));
});

const load = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
/** Publishes the meeting once more, with some fields changed. */
const moveOn = (fields: object) =>
  load({ ...meeting, slug, change: 'update', content: { ...meeting.content, ...fields } });
const save = (expectedVersion: number, texts: object, baseRevision = 1, language: Language = 'uk') =>
  saveTranslation(database.owner, people.importer, { id, language, expectedVersion, baseRevision, texts });
const publish = (texts: Record<string, string>, baseRevision = 1, language: Language = 'uk') =>
  publishedTranslation(database.owner, people, { id, language, baseRevision, texts });
const read = (language: Language = 'uk') => getTranslated(database.reader, { kind: 'event', slug, language });
const live = async (language: Language = 'uk') => {
  const answer = await read(language);
  if (answer?.found !== 'live' || answer.record.kind !== 'event') throw new Error(`found: ${answer?.found}`);
  return answer.record;
};
const deskEntry = () => database.owner.deskEntry.findUniqueOrThrow({ where: { recordId: id } });
/** The parts of the desk's work in which the meeting stands. */
const waiting = async () => {
  const query = { view: 'translations', sort: 'changed', direction: 'desc' } as const;
  const { items } = await listQueue(database.owner, people.reviewer, { ...query, limit: 100 });
  const { groups } = await groupQueue(database.owner, people.reviewer, { ...query, view: 'work' });
  const parts = groups.filter(({ items: own }) => own.some((entry) => entry.id === id)).map(({ group }) => group);
  expect(items.some((entry) => entry.id === id)).toBe(parts.includes('translations'));
  return parts;
};
const target = (expectedVersion: number, language: Language = 'uk') => ({ id, language, expectedVersion });

describe('the way of a translation', () => {
  it('leads from a draft over another person to readers, apart from its record', async () => {
    const before = await database.owner.record.findUniqueOrThrow({ where: { id } });
    const saved = await save(0, { '/title': 'Зустріч', '/summary': ' ' });
    expect(saved).toEqual({ id, language: 'uk', number: 1, state: 'draft', lockVersion: 1 });
    expect(await read()).toMatchObject({ found: 'untranslated', languages: [] });

    const submitted = await submitTranslation(database.owner, people.importer, target(1));
    const publisher = { userId: 'usr-importer-too', role: 'publisher' as const };
    const own = { ...publisher, userId: people.importer?.userId ?? '' };
    await expect(approveTranslation(database.owner, own, target(2))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(publishTranslation(database.owner, people.reviewer, target(2))).rejects.toMatchObject({
      code: 'state_conflict',
    });
    expect(submitted.state).toBe('in_review');
    await expect(save(2, { '/title': 'Інше' })).rejects.toMatchObject({ code: 'state_conflict' });

    await approveTranslation(database.owner, people.reviewer, target(2));
    expect(await publishTranslation(database.owner, people.reviewer, target(3))).toMatchObject({ state: 'live' });

    const record = await live();
    expect(record).toMatchObject({
      title: 'Зустріч',
      languages: ['uk'],
      content: { title: 'Зустріч', summary: 'They spoke of bees.' },
      translation: {
        language: 'uk',
        fromRevision: 1,
        outdated: 0,
        fields: { '/title': 'translated', '/summary': 'untranslated' },
      },
    });
    // The record itself did not move: nobody who edits it is in anybody's way.
    expect((await database.owner.record.findUniqueOrThrow({ where: { id } })).lockVersion).toBe(before.lockVersion);
    expect(await verify(database.owner)).toEqual([]);
  });

  it('is open to those whom the policy names, and to nobody else', async () => {
    const contributor = { userId: 'usr-contributor', role: 'contributor' as const };
    const { owner } = database;
    await expect(saveTranslation(owner, null, { ...target(0), baseRevision: 1, texts: {} })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await saveTranslation(owner, contributor, { ...target(0), baseRevision: 1, texts: { '/title': 'Зустріч' } });
    await submitTranslation(owner, contributor, target(1));
    for (const command of [approveTranslation, requestTranslationChanges, discardTranslation, publishTranslation])
      await expect(command(owner, contributor, target(2))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(withdrawTranslation(owner, contributor, { ...target(2), reason: 'A reason.' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const token = { userId: 'usr-token', role: 'administrator' as const, scopes: ['write' as const] };
    await expect(approveTranslation(owner, token, target(2))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('refuses what came too late, and says where the translation stands', async () => {
    await save(0, { '/title': 'Зустріч' });
    await expect(save(0, { '/title': 'Нарада' })).rejects.toMatchObject({
      code: 'version_conflict',
      current: { lockVersion: 1, revisionNumber: 1 },
    });
    const two = await Promise.allSettled([save(1, { '/title': 'Одна' }), save(1, { '/title': 'Друга' })]);
    expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses texts for fields that there are not, and a version that readers never saw', async () => {
    await expect(save(0, { '/title': 'Зустріч', '/date': '2024' })).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path: '/texts/~1date' }],
    });
    await expect(save(0, { '/title': '' })).rejects.toMatchObject({ issues: [{ path: '/texts' }] });
    await expect(save(0, { '/title': 'Зустріч' }, 7)).rejects.toMatchObject({ issues: [{ path: '/baseRevision' }] });
  });

  it('can be sent back, given up and begun again, with numbers that leave no gap', async () => {
    await save(0, { '/title': 'Зустріч' });
    await submitTranslation(database.owner, people.importer, target(1));
    const seen = async () => (await readTranslation(database.owner, people.importer, { id, language: 'uk' })).newest;
    await requestTranslationChanges(database.owner, people.reviewer, { ...target(2), comment: 'It was a meeting.' });
    expect(await seen()).toMatchObject({ state: 'draft', asked: { words: 'It was a meeting.' } });
    await save(3, { '/title': 'Нарада' });
    expect((await seen())?.asked).toMatchObject({ words: 'It was a meeting.' });
    await discardTranslation(database.owner, people.reviewer, target(4));
    const again = await save(5, { '/title': 'Зустріч' });
    expect(again).toMatchObject({ number: 2, state: 'draft', lockVersion: 6 });
    expect(await verify(database.owner)).toEqual([]);
  });
});

it('calls other records by the names that its readers know, as long as they are called so', async () => {
  await publish({ '/title': 'Зустріч' });
  const { id: state } = await database.owner.record.findFirstOrThrow({ where: { slug: 'sampleland' } });
  const link = async () => (await live()).links[state];
  expect(await link()).toEqual({ id: state, kind: 'actor', slug: 'sampleland', title: 'Sampleland', state: 'live' });
  const texts = { '/names/0/text': 'Зразкія' };
  await publishedTranslation(database.owner, people, { id: state, language: 'uk', baseRevision: 1, texts });
  expect(await link()).toMatchObject({ title: 'Зразкія', language: 'uk' });
  const named = sampleState();
  const names = [{ text: 'The Sampleland', language: 'en', use: 'preferred' }];
  await load({ ...named, change: 'update', content: { ...named.content, names } });
  expect(await link()).toMatchObject({ title: 'The Sampleland' });
  expect(await link()).not.toHaveProperty('language');
});

describe('when the original moves on', () => {
  it('is flagged at the desk, and readers see the original where it says something else now', async () => {
    await publish({ '/title': 'Зустріч', '/summary': 'Говорили про бджіл.' });
    expect(await deskEntry()).toMatchObject({ translationsOutdated: 0 });
    await moveOn({ summary: 'They spoke of bees and of honey.' });

    expect(await deskEntry()).toMatchObject({ translationsOutdated: 1 });
    expect(await waiting()).toEqual(['translations']);
    expect(await live()).toMatchObject({
      revisionNumber: 2,
      content: { title: 'Зустріч', summary: 'They spoke of bees and of honey.' },
      translation: { fromRevision: 1, outdated: 1, fields: { '/title': 'translated', '/summary': 'changed' } },
    });
    const desk = await readTranslation(database.owner, people.importer, { id, language: 'uk' });
    expect(desk).toMatchObject({ live: 2, baseRevision: 2, outdated: 1, newest: { baseRevision: 1, state: 'live' } });
    expect(desk.fields.find(({ field }) => field === '/summary')).toMatchObject({
      was: 'They spoke of bees.',
      text: 'They spoke of bees and of honey.',
      translation: 'Говорили про бджіл.',
      state: 'changed',
    });

    await publish({ '/title': 'Зустріч', '/summary': 'Говорили про бджіл і мед.' }, 2);
    expect(await deskEntry()).toMatchObject({ translationsOutdated: 0 });
    expect(await waiting()).toEqual([]);
    expect(await live()).toMatchObject({ translation: { number: 2, fromRevision: 2, outdated: 0 } });
    expect(await verify(database.owner)).toEqual([]);
  });

  it('is not flagged for what a translation does not say', async () => {
    await publish({ '/title': 'Зустріч' });
    await moveOn({ place: null, date: '2021-05' });
    expect(await deskEntry()).toMatchObject({ translationsOutdated: 0 });
    expect(await live()).toMatchObject({ content: { date: '2021-05' }, translation: { outdated: 0 } });
  });

  it('takes a text that was typed beside the version before, and flags it at once', async () => {
    await moveOn({ summary: 'They spoke of honey.' });
    await save(0, { '/summary': 'Говорили про бджіл.' }, 1);
    const { languages } = await listTranslations(database.owner, people.importer, { id });
    expect(languages[0]).toMatchObject({ language: 'uk', newest: { state: 'draft', baseRevision: 1, outdated: 1 } });
    expect(await deskEntry()).toMatchObject({ translationsOutdated: 1 });
  });
});

describe('the record of what readers could read', () => {
  it('shows a translation from its publication on, at every instant as it stood', async () => {
    const before = await newest();
    await publish({ '/title': 'Зустріч' });
    const first = await newest();
    await publish({ '/title': 'Нарада' });
    const titleAt = (at: Date) =>
      asOf(database.past, at, async (published) => {
        const answer = await getTranslated(published, { kind: 'event', slug, language: 'uk' });
        return answer?.found === 'live' ? answer.record.title : answer?.found;
      });
    expect(await titleAt(before)).toBe('untranslated');
    expect(await titleAt(first)).toBe('Зустріч');
    expect(await titleAt(await newest())).toBe('Нарада');
    const { items } = await listPublications(database.reader, { limit: 1 });
    expect(items[0]).toMatchObject({ action: 'translate', language: 'uk', revisionNumber: 1, record: { id } });
  });

  it('keeps what is public and what is a draft apart: readers have no right on the desk’s table', async () => {
    await save(0, { '/title': 'Таємниця' });
    await expect(database.reader.$queryRaw`SELECT "texts" FROM "Translation"`).rejects.toThrow(/permission denied/);
  });

  it('ends with a withdrawal of the translation, of the record, and with a merge', async () => {
    await publish({ '/title': 'Зустріч' });
    await publish({ '/title': 'Treffen' }, 1, 'de');
    await withdrawTranslation(database.owner, people.reviewer, { ...target(4), reason: 'It was wrong.' });
    expect(await read()).toMatchObject({ found: 'untranslated', languages: ['de'] });
    const { lockVersion } = await database.owner.record.findUniqueOrThrow({ where: { id } });
    await withdraw(database.owner, people.reviewer, { id, expectedVersion: lockVersion, reason: 'It never was.' });
    expect(await read('de')).toMatchObject({ found: 'withdrawn' });
    expect(await database.owner.publishedTranslation.count({ where: { recordId: id } })).toBe(0);
    await expect(save(5, { '/title': 'Знову' })).rejects.toMatchObject({ code: 'state_conflict' });

    await load(sampleState(`merged-${count}`));
    const state = await database.owner.record.findFirstOrThrow({ where: { slug: `merged-${count}` } });
    await publishedTranslation(database.owner, people, {
      id: state.id,
      language: 'uk',
      baseRevision: 1,
      texts: { '/names/0/text': 'Країна' },
    });
    const { id: into } = await database.owner.record.findFirstOrThrow({ where: { slug: 'sampleland' } });
    await mergeRecords(database.owner, people.reviewer, {
      id: state.id,
      expectedVersion: state.lockVersion,
      into,
      reason: 'One state.',
    });
    const merged = { kind: 'actor' as const, slug: state.slug, language: 'uk' as const };
    expect(await getTranslated(database.reader, merged)).toMatchObject({ found: 'merged' });
    expect(await database.owner.translation.count({ where: { recordId: state.id, state: 'live' } })).toBe(0);
    expect(await verify(database.owner)).toEqual([]);
  });

  async function newest(): Promise<Date> {
    const { recordedAt } = await database.owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    return recordedAt;
  }
});
