import { idFromUuid, type Id } from '@rapporteur/domain/ids';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { CitationView, PublicationView, PublishedRevisionView, RecordLink } from '@rapporteur/domain/views';

// Invented states and people: examples of the document say nothing about real ones.

const uuids = {
  source: '018f4e10-0000-7000-8000-000000000001',
  actor: '018f4e10-0000-7000-8000-000000000002',
  event: '018f4e10-0000-7000-8000-000000000003',
  programme: '018f4e10-0000-7000-8000-000000000004',
  issue: '018f4e10-0000-7000-8000-000000000005',
  statement: '018f4e10-0000-7000-8000-000000000006',
  position: '018f4e10-0000-7000-8000-000000000007',
  commitment: '018f4e10-0000-7000-8000-000000000008',
  article: '018f4e10-0000-7000-8000-000000000009',
} as const satisfies Record<Kind, string>;

const names = {
  source: ['communique-of-the-meeting', 'Communiqué of the meeting'],
  actor: ['oronia', 'Oronia'],
  event: ['meeting-of-ministers', 'Meeting of ministers'],
  programme: ['harbour-arrangement', 'Harbour arrangement'],
  issue: ['opening-of-the-harbour', 'Opening of the harbour'],
  statement: ['oronia-on-the-harbour', 'Oronia: the harbour stays open'],
  position: ['oronia-opening-of-the-harbour', 'Oronia on the opening of the harbour'],
  commitment: ['dredging-of-the-harbour', 'Dredging of the harbour'],
  article: ['what-was-agreed-on-the-harbour', 'What was agreed on the harbour'],
} as const satisfies Record<Kind, readonly [slug: string, title: string]>;

export const exampleAt = '2031-05-04T09:30:00.000Z';
export const exampleHash = '5f2d8a1c'.repeat(8);

export const idOf = <K extends Kind>(kind: K): Id<K> => idFromUuid(kind, uuids[kind]);

export const linkOf = (kind: Kind): RecordLink => ({
  id: idOf(kind),
  kind,
  slug: names[kind][0],
  title: names[kind][1],
  state: 'live',
});

/** Where a record of the examples stands. */
export const hrefOf = (kind: Kind): string => `https://record.example/api/v1/${segmentOf(kind)}/${names[kind][0]}`;

export const examplePassage: CitationView['passage'] = {
  id: `${exampleHash.slice(0, 16)}-4-36-${idOf('source').slice(-8)}`,
  source: linkOf('source'),
  form: 'article',
  outlet: 'The Oronia Gazette',
  reporter: 'Ida Sample',
  language: 'en',
  published: '2031-05-03',
  address: 'https://gazette.example/harbour',
  version: 1,
  versions: 1,
  fetched: '2031-05-03T18:00:00.000Z',
  sha256: exampleHash,
  exact: 'the harbour stays open to all',
  before: 'The minister said that ',
  after: ', whatever the season.',
  start: 23,
  end: 52,
  state: 'verified',
  checked: exampleAt,
};

export const exampleCitation: CitationView = { field: '/text', role: 'supports', note: 1, passage: examplePassage };

export const examplePublication = (kind: Kind): PublicationView => ({
  sequence: 42,
  record: linkOf(kind),
  revisionNumber: 2,
  action: 'correct',
  language: null,
  note: 'The day of the meeting was wrong.',
  withdrawn: false,
  recordedAt: exampleAt,
  contentHash: exampleHash,
  previousHash: exampleHash,
  hash: exampleHash,
});

export const exampleRevision = (kind: Kind): Omit<PublishedRevisionView, 'content' | 'citations'> => ({
  recordId: idOf(kind),
  kind,
  revisionNumber: 2,
  change: 'correct',
  note: 'The day of the meeting was wrong.',
  publishedAt: exampleAt,
  sequence: 42,
  contentHash: exampleHash,
});
