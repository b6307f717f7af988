import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBundle } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople } from '../bundle/sample';
import { searchedRecord } from './sample';
import { suggest } from './suggest';

let database: TestDatabase;

const meeting = (slug: string, title: string, date: string) => ({
  ...sampleMeeting,
  slug,
  content: { ...sampleMeeting.content, title, date, participants: [] },
  citations: [
    { field: '/date', role: 'supports', source: 'sources/sample-report', quote: 'the meeting of 3 May 2021' },
  ],
});

beforeAll(async () => {
  database = await testDatabase();
  const meetings = [
    meeting('on-bay', 'Ostrava', '2020-01-01'),
    meeting('once', 'Ostrava talks', '2020-01-01'),
    meeting('again', 'Ostrava talks', '2021-01-01'),
  ];
  await importBundle(database.owner, bundleOf(...searchedRecord, ...meetings), await samplePeople(database.owner));
});
afterAll(() => database.close());

const names = async (typed: string) => (await suggest(database.reader, typed, 8)).map(({ record }) => record.slug);

test('names are suggested while they are typed, in any script', async () => {
  expect(await names('szil')).toEqual(['arpad-szilvassy']);
  expect(await names('Талл')).toEqual(['talland']);
  expect(await names('arp szi')).toEqual(['arpad-szilvassy']);
  expect(await names('s')).toEqual([]);
  expect(await names('the str')).toEqual(expect.arrayContaining(['strait']));
});

test('where no name begins so, those that are spelt or sound alike are', async () => {
  for (const typed of ['szilvsy', 'Сильваші', 'Silvassy']) expect(await names(typed)).toEqual(['arpad-szilvassy']);
  expect(await names('Tallnd')).toEqual(['talland']);
  expect(await names('zzqxzzqx')).toEqual([]);
  expect(await names('zzq')).toEqual([]);
});

test('what readers mean comes first, and of meetings that are called alike the newest alone', async () => {
  expect(await names('ostrava')).toEqual(['ostrava-bay', 'on-bay', 'again']);
  expect((await names('the strait'))[0]).toBe('strait');
});
