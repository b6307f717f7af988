import { sampleSource } from '../bundle/sample';

/** An invented record to search in: people and places that are nowhere, in three scripts. */

const sayings = [
  'Talland took part in the meeting of 3 May 2021.',
  'Tallország részt vett a találkozón.',
  'The ferry across the strait stays open to every ship.',
  'Talland refuses to close the strait while talks go on.',
  'The pilot boats were replaced in the autumn.',
  'Ostrava Bay joined the meeting as an observer.',
];

export const searchedText = sayings.join('\n\n');

const quoted = (field: string, quote: string) => ({ field, role: 'supports', source: 'sources/sample-report', quote });

export const searchedSource = {
  ...sampleSource,
  content: {
    ...sampleSource.content,
    title: 'A report on the strait',
    versions: [{ text: searchedText, fetched: '2021-05-05T00:00:00Z' }],
  },
};

export const actor = (slug: string, type: string, names: [text: string, language: string][], quote: string) => ({
  type: 'record',
  kind: 'actor',
  slug,
  content: {
    type,
    names: names.map(([text, language], index) => ({ text, language, use: index === 0 ? 'preferred' : 'alias' })),
    description: null,
    identifiers: [],
    memberships: [],
    offices: [],
  },
  citations: names.map((_, index) => quoted(`/names/${index}`, quote)),
});

export const talland = actor('talland', 'state', [['Talland', 'en'], ['Tallország', 'hu'], ['Талландія', 'uk']], 'Talland took part'); // prettier-ignore
export const minister = actor('arpad-szilvassy', 'person', [['Árpád Szilvássy', 'en'], ['Арпад Сілваші', 'uk']], 'Talland took part'); // prettier-ignore
export const bay = actor('ostrava-bay', 'state', [['Ostrava Bay', 'en']], 'Ostrava Bay joined');

export const straitIssue = {
  type: 'record',
  kind: 'issue',
  slug: 'strait',
  content: { question: 'Should the strait be closed?', shortTitle: 'The strait', description: null, programmes: [] },
  citations: [quoted('/question', 'close the strait')],
};

export const statement = (
  slug: string,
  text: string,
  quote: string,
  speaker = 'actors/talland',
  date = '2021-05-03',
) => ({
  type: 'record',
  kind: 'statement',
  slug,
  content: {
    text,
    speech: 'indirect',
    act: 'refuses',
    speaker,
    capacity: null,
    onBehalfOf: null,
    date,
    event: null,
    channel: null,
    originalLanguage: null,
    claims: [{ text, role: 'claim', issue: 'issues/strait' }],
    programmes: [],
    attribution: [],
    reports: [{ source: 'sources/sample-report', repeats: null }],
  },
  citations: [quoted('/speaker', 'Talland took part'), quoted('/date', '3 May 2021'), quoted('/claims/0', quote)],
});

export const position = {
  type: 'record',
  kind: 'position',
  slug: 'talland-strait',
  content: {
    actor: 'actors/talland',
    issue: 'issues/strait',
    turns: [
      {
        turn: 'new',
        date: '2021-05-03',
        stance: 'opposes',
        summary: 'No closing while talks go on.',
        statements: [],
        votes: [],
      },
    ],
  },
  citations: [quoted('/turns/0', 'refuses to close the strait')],
};

export const searchedRecord = [
  searchedSource,
  talland,
  minister,
  bay,
  straitIssue,
  statement('refusal', 'Talland refuses to close the strait.', 'refuses to close the strait'),
  statement(
    'boats',
    'The pilot boats were replaced.',
    'pilot boats were replaced',
    'actors/arpad-szilvassy',
    '2022-01-01',
  ),
  position,
];
