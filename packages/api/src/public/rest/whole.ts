import { overview } from '@rapporteur/domain/overview';
import { kindNames, kinds, segmentOf } from '@rapporteur/domain/kinds';
import { recordStatus } from '@rapporteur/domain/views';
import { z } from 'zod';
import { endpoint, type Endpoint } from './endpoint';
import { exampleAt, linkOf } from './examples/pieces';

const doors = ['search', 'suggestions', 'changes', 'publications', 'moments', 'status', 'overview'] as const;
// Of the present, whenever they are asked for: streams and downloads have no past.
const files = { exports: '/exports', openapi: '/openapi.json', docs: '/docs', stream: '/changes/stream' } as const;

const counts = Object.fromEntries(kinds.map((kind) => [kind, 1]));

/** Where to begin, and the record as a whole. */
export const wholeEndpoints: Endpoint[] = [
  endpoint({
    path: '/',
    id: 'readIndex',
    tag: 'Record',
    summary: 'Where to begin',
    description: 'The addresses of everything else. Whatever is not linked from here is linked from what is.',
    parameters: {},
    query: {},
    answer: z.object({ links: z.record(z.string(), z.string()) }),
    selects: null,
    example: { links: { statements: 'https://record.example/api/v1/statements' } },
    read: ({ addressOf }) => {
      const lists = kinds.map((kind) => [segmentOf(kind), addressOf(`/${segmentOf(kind)}`)]);
      const others = doors.map((name) => [name, addressOf(`/${name}`)]);
      const more = Object.entries(files).map(([name, path]) => [name, addressOf(path).split('?')[0] ?? '']);
      return Promise.resolve({ answer: { links: Object.fromEntries([...lists, ...others, ...more]) } });
    },
  }),
  endpoint({
    path: '/status',
    id: 'readStatus',
    tag: 'Record',
    summary: 'Read the version of the whole record',
    description: 'The sequence number of the newest publication, and how many records of each kind are public.',
    parameters: {},
    query: {},
    answer: recordStatus.extend({ counts: z.object(Object.fromEntries(kinds.map((kind) => [kind, z.int()]))) }),
    selects: 'answer',
    example: { version: 42, recordedAt: exampleAt, counts },
    read: async ({ record }) => ({ answer: await record.status.get({}) }),
  }),
  endpoint({
    path: '/overview',
    id: 'readOverview',
    tag: 'Record',
    summary: 'Read what is newest and most contested',
    parameters: {},
    query: {},
    answer: overview,
    selects: 'answer',
    example: {
      programmes: [{ record: linkOf('programme'), period: '2031/2032', nature: 'voluntary', provisions: [] }],
      issues: [
        {
          record: linkOf('issue'),
          positions: 1,
          stances: [{ stance: 'supports', count: 1 }],
          held: [{ actor: linkOf('actor'), stance: 'supports' }],
          latest: { turn: 'new', date: '2031-05-03' },
        },
      ],
      article: null,
    },
    read: async ({ record }) => ({ answer: await record.status.overview({}) }),
  }),
];

/** What the document groups endpoints by, in its order. */
export const tags = [
  { name: 'Record', description: 'The record as a whole.' },
  { name: 'Search', description: 'Search, suggestions, and answers that are cited.' },
  { name: 'Log', description: 'What changed, when, and how to follow it.' },
  ...kinds.map((kind) => ({
    name: kindNames[kind].plural,
    description: `Records of the kind “${kindNames[kind].singular.toLowerCase()}”.`,
  })),
  { name: 'Passages', description: 'The exact words that the record rests on.' },
];
