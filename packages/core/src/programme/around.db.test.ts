import { asOf } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { programmeOf } from '../testing/programme';
import { newestInstant } from '../testing/newest-instant';
import { publishedTranslation } from '../testing/translation';
import { readAround } from './around';

let database: TestDatabase;
let people: ImportPeople;
let before: Date;

const quoted = (field: string) => ({
  field,
  role: 'supports',
  source: 'sources/sample-report',
  quote: 'The meeting was short',
});
const programme = (slug: string, more: object = {}) => {
  const content = { ...programmeOf(['Training']), ...more };
  const fields = [
    '/summary',
    '/status',
    ...('period' in more ? ['/period'] : []),
    ...('relations' in more ? ['/relations/0'] : []),
    ...('setOutAt' in more ? ['/setOutAt'] : []),
    ...('editionOf' in more ? ['/editionOf'] : []),
    '/provisions/0/scope',
  ];
  return { type: 'record', kind: 'programme', slug, content, citations: fields.map(quoted) };
};
const succeeds = (slug: string) => ({ relations: [{ type: 'succeeds', programme: `programmes/${slug}` }] });
const commitment = {
  type: 'record',
  kind: 'commitment',
  slug: 'train',
  content: {
    title: 'Training',
    summary: 'They will train.',
    owedBy: ['actors/sampleland'],
    owedTo: [],
    programme: 'programmes/y2021',
    steps: [
      { step: 'announced', date: '/2021-05-03', event: null, note: null },
      { step: 'agreed', date: '2021-05-03', event: 'events/sample-meeting', note: null },
    ],
  },
  citations: ['/owedBy', '/steps/0', '/steps/1'].map(quoted),
};

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(
    database.owner,
    bundleOf(
      sampleSource,
      sampleState(),
      sampleMeeting,
      programme('series'),
      programme('y2020', { period: '2020' }),
      programme('y2021', { period: '2021', setOutAt: 'events/sample-meeting', ...succeeds('y2020') }),
      programme('other', { period: '2021', relations: [{ type: 'shortens', programme: 'programmes/y2021' }] }),
      programme('named-2', { period: '2012', editionOf: 'programmes/series' }),
      programme('named-1', { period: '2011', editionOf: 'programmes/series' }),
      commitment,
    ),
    people,
  );
  before = await newestInstant(database.owner);
  await importBundle(database.owner, bundleOf(programme('y2022', { period: '2022', ...succeeds('y2021') })), people);
});
afterAll(() => database.close());

const lineOf = async (slug: string) =>
  (await readAround(database.reader, slug))?.editions.map(({ record }) => record.slug);

test('a line holds what follows one on another, in both directions, and nothing that is only beside it', async () => {
  for (const slug of ['y2020', 'y2021', 'y2022']) expect(await lineOf(slug)).toEqual(['y2020', 'y2021', 'y2022']);
  expect(await lineOf('other')).toEqual(['other']);
});

test('editions of one whole are a line, the whole itself is none of them', async () => {
  expect(await lineOf('named-1')).toEqual(['named-1', 'named-2']);
  expect(await lineOf('series')).toEqual(['series']);
});

test('an edition brings its provisions; commitments their steps; and where it was set out is told with its day', async () => {
  const around = await readAround(database.reader, 'y2021');
  expect(around?.editions[1]?.provisions.map(({ subject, scope }) => [subject, scope])).toEqual([
    ['Training', 'included'],
  ]);
  expect(around?.commitments.map(({ record, owedBy, steps }) => [record.slug, owedBy[0]?.slug, steps])).toEqual([
    [
      'train',
      'sampleland',
      [
        { step: 'announced', date: '/2021-05-03' },
        { step: 'agreed', date: '2021-05-03' },
      ],
    ],
  ]);
  expect([around?.setOut?.event.slug, around?.setOut?.date]).toEqual(['sample-meeting', '2021-05-03']);
  expect((await readAround(database.reader, 'y2020'))?.setOut).toBeNull();
  expect(await readAround(database.reader, 'never')).toBeNull();
});

test('editions and provisions are called as their translations have it, as long as these stand', async () => {
  const { id, revisionNumber } = await database.owner.entry.findFirstOrThrow({ where: { slug: 'y2020' } });
  const texts = { '/provisions/0/subject': 'Навчання', '/summary': 'Коротко.' };
  const of = { id, language: 'uk' as const, baseRevision: revisionNumber ?? 0, texts };
  await publishedTranslation(database.owner, people, of);
  const told = async (language: 'uk' | 'fr' | null) =>
    (await readAround(database.reader, 'y2021', language))?.editions.map(({ translated }) => translated);
  expect(await told('uk')).toEqual([{ '/provisions/0/subject': 'Навчання' }, {}, {}]);
  expect(await told('fr')).toEqual([{}, {}, {}]);
  expect(await told(null)).toEqual([{}, {}, {}]);
});

test('the past has the line of its own time', async () => {
  const then = await asOf(database.past, before, (published) => readAround(published, 'y2021'));
  expect(then?.editions.map(({ record }) => record.slug)).toEqual(['y2020', 'y2021']);
  expect(then?.commitments).toHaveLength(1);
  expect(await asOf(database.past, before, (published) => readAround(published, 'y2022'))).toBeNull();
});
