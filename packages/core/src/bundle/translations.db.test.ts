import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveTranslation } from '../translation/save';
import { getTranslated } from '../translation/read';
import { verify } from '../verify';
import { exportBundle, storedTexts } from './export';
import { importBundle, type ImportPeople } from './import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from './sample';

let here: TestDatabase;
let there: TestDatabase;
let people: ImportPeople;
let others: ImportPeople;

beforeAll(async () => {
  [here, there] = await Promise.all([testDatabase(), testDatabase()]);
  [people, others] = await Promise.all([samplePeople(here.owner), samplePeople(there.owner)]);
});
afterAll(() => Promise.all([here.close(), there.close()]));

const meeting = { ...sampleMeeting, content: { ...sampleMeeting.content, place: 'Sampletown' } };
const translation = (texts: object, more: object = {}) => ({
  type: 'translation',
  kind: 'event',
  slug: 'sample-meeting',
  language: 'uk',
  texts,
  ...more,
});
const load = (...lines: unknown[]) => importBundle(here.owner, bundleOf(...lines), people);
const problemsOf = (...lines: unknown[]) =>
  load(...lines).then(
    () => [],
    ({ issues }: { issues: { path: string; message: string }[] }) =>
      issues.map(({ path, message }) => `${path}: ${message}`),
  );
async function exported({ owner }: TestDatabase): Promise<string> {
  let text = '';
  for await (const line of exportBundle(owner, storedTexts(owner))) text += line;
  return text;
}
const read = async (database: TestDatabase) => {
  const answer = await getTranslated(database.reader, { kind: 'event', slug: 'sample-meeting', language: 'uk' });
  return answer?.found === 'live' ? answer.record : null;
};

it('carries translations as readers see them, and changes nothing the second time', async () => {
  const texts = { '/title': 'Зустріч', '/place': 'Зразкове' };
  const report = await load(sampleSource, sampleState(), translation(texts), meeting);
  expect(report).toMatchObject({ created: 3, translated: 1 });
  expect(await read(here)).toMatchObject({ title: 'Зустріч', translation: { fromRevision: 1, outdated: 0 } });
  expect(await load(translation(texts))).toMatchObject({ translated: 0, unchanged: 1 });

  // The place moves on without its translation: what is exported is what readers see.
  await load({ ...meeting, change: 'update', content: { ...meeting.content, place: 'Sample City' } });
  const bundle = await exported(here);
  expect(bundle).toContain('"texts":{"/title":"Зустріч"}');
  expect(await importBundle(here.owner, bundle, people)).toMatchObject({ translated: 0, unchanged: 4 });

  await importBundle(there.owner, bundle, others);
  expect(await exported(there)).toBe(bundle);
  expect((await read(there))?.content).toEqual((await read(here))?.content);
  expect([await verify(here.owner), await verify(there.owner)]).toEqual([[], []]);
});

it('names the line and the field of what cannot stand, and keeps nothing', async () => {
  const before = await here.owner.translation.count();
  expect(
    await problemsOf(
      translation({ '/date': '2024' }),
      translation({ '/title': 'Treffen' }, { language: 'de', slug: 'nowhere' }),
      translation({ '/title': 'Réunion' }, { language: 'fr' }),
      translation({ '/title': 'Réunion' }, { language: 'fr' }),
      translation({ '/title': 'Meeting' }, { language: 'en' }),
    ),
  ).toEqual([expect.stringMatching(/^line 6 \/language: /)]);
  expect(
    await problemsOf(
      translation({ '/date': '2024' }),
      translation({ '/title': 'Treffen' }, { language: 'de', slug: 'nowhere' }),
      translation({ '/title': 'Réunion' }, { language: 'fr' }),
      translation({ '/title': 'Réunion' }, { language: 'fr' }),
    ),
  ).toEqual([
    'line 2 /texts/~1date: is no field of this record that can be translated',
    'line 3 /slug: there is no public event at nowhere',
    'line 5 /language: events/sample-meeting in fr stands twice in the bundle',
  ]);
  expect(await here.owner.translation.count()).toBe(before);
});

it('never writes over what somebody is working on', async () => {
  const { id } = await here.owner.record.findFirstOrThrow({ where: { slug: 'sample-meeting' } });
  const target = { id, language: 'hu', expectedVersion: 0, baseRevision: 2 } as const;
  await saveTranslation(here.owner, people.importer, { ...target, texts: { '/title': 'Találkozó' } });
  expect(await problemsOf(translation({ '/title': 'Ülés' }, { language: 'hu' }))).toEqual([
    expect.stringMatching(/^line 2 \/language: somebody is working on it/),
  ]);
});
