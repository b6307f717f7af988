import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { ImportPeople } from './import';

/** A small bundle for tests: a source of two paragraphs, a state, and the meeting it took part in. */
export const sampleText =
  'Sampleland took part in the meeting of 3 May 2021.\n\nThe meeting was calm. The meeting was short.';

export const sampleSource = {
  type: 'record',
  kind: 'source',
  slug: 'sample-report',
  content: {
    title: 'A sample report',
    form: 'article',
    publisher: null,
    author: null,
    language: 'en',
    published: '2021-05-04',
    address: null,
    archivedAddress: null,
    rights: 'full',
    licence: null,
    note: null,
    versions: [{ text: sampleText, fetched: '2021-05-05T00:00:00Z' }],
  },
  citations: [],
};

const quoted = (field: string, quote: string) => ({ field, role: 'supports', source: 'sources/sample-report', quote });

export const sampleState = (slug = 'sampleland') => ({
  type: 'record',
  kind: 'actor',
  slug,
  content: {
    type: 'state',
    names: [{ text: 'Sampleland', language: 'en', use: 'preferred' }],
    description: null,
    identifiers: [],
    memberships: [],
    offices: [],
  },
  citations: [quoted('/names/0', 'Sampleland took part')],
});

export const sampleMeeting = {
  type: 'record',
  kind: 'event',
  slug: 'sample-meeting',
  content: {
    title: 'A meeting',
    type: 'meeting',
    date: '2021-05-03',
    place: null,
    summary: null,
    partOf: null,
    participants: [{ actor: 'actors/sampleland', role: 'participant' }],
    choices: [],
  },
  citations: [
    quoted('/date', 'the meeting of 3 May 2021'),
    quoted('/participants/0', 'Sampleland took part in the meeting'),
  ],
};

export const sampleStatement = (slug: string, speaker = 'actors/sampleland') => ({
  type: 'record',
  kind: 'statement',
  slug,
  content: {
    text: 'The meeting was calm.',
    speech: 'indirect',
    act: 'asserts',
    speaker,
    capacity: null,
    onBehalfOf: null,
    date: '2021-05-03',
    event: null,
    channel: null,
    originalLanguage: null,
    claims: [{ text: 'The meeting was calm.', role: 'claim', issue: null }],
    programmes: [],
    attribution: [],
    reports: [{ source: 'sources/sample-report', repeats: null }],
  },
  citations: [
    quoted('/speaker', 'Sampleland took part'),
    quoted('/date', 'the meeting of 3 May 2021'),
    quoted('/claims/0', 'The meeting was calm'),
  ],
});

export const sampleIssue = {
  type: 'record',
  kind: 'issue',
  slug: 'calm',
  content: { question: 'Was it calm?', shortTitle: 'Calm', description: null, programmes: [] },
  citations: [quoted('/question', 'The meeting was calm')],
};

export const samplePosition = (slug: string) => ({
  type: 'record',
  kind: 'position',
  slug,
  content: {
    actor: 'actors/sampleland',
    issue: 'issues/calm',
    turns: [
      { turn: 'new', date: '2021-05-03', stance: 'supports', summary: 'Calm is good.', statements: [], votes: [] },
    ],
  },
  citations: [quoted('/turns/0', 'The meeting was calm')],
});

export const bundleOf = (...lines: unknown[]) =>
  [{ bundle: 1, note: 'A sample.' }, ...lines].map((line) => JSON.stringify(line)).join('\n');

/** The two people that an import needs. */
export async function samplePeople(db: PrismaClient): Promise<ImportPeople> {
  const add = (name: string, role: string) =>
    db.user.create({ data: { id: randomUUID(), name, email: `${name}@example.org`, role } });
  const [importer, reviewer] = await Promise.all([add('importer', 'editor'), add('reviewer', 'publisher')]);
  return { importer: { userId: importer.id, role: 'editor' }, reviewer: { userId: reviewer.id, role: 'publisher' } };
}
